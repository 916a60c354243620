"""The page as a bundle of HL7 FHIR R4, in the shape of the Symptoms guide 1.0.0."""

from twitchlog.reports.visit.fhir.bundle import bundle, write_fhir

__all__ = ["bundle", "write_fhir"]
