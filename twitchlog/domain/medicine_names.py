"""What kinds of medicines there are, and which well-known names belong to which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark

OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """A kind of medicine: its `name`, and in plain words what such medicines are for.

    `linked` are those that a doctor asks about where muscles twitch.
    """

    id: str
    name: str
    about: str
    linked: bool = False

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return _(self.name)

    @property
    def explained(self) -> str:
        """What such medicines are for, in the language in use."""
        return _(self.about)


CLASSES: Final = {
    each.id: each
    for each in (
        MedicineClass("stimulant", mark("Stimulant"),
                      mark("Makes more awake or helps to focus, for example for ADHD."),
                      linked=True),
        MedicineClass("diuretic", mark("Diuretic"),
                      mark("A water tablet: lets more water out of the body, for example for blood "
                           "pressure."),
                      linked=True),
        MedicineClass("corticosteroid", mark("Corticosteroid"),
                      mark("Calms inflammation, for example cortisone."), linked=True),
        MedicineClass("oestrogen", mark("Oestrogen"),
                      mark("A hormone, for example in the pill or for the menopause."),
                      linked=True),
        MedicineClass("muscle-relaxant", mark("Muscle relaxant"),
                      mark("Loosens tight muscles."), linked=True),
        MedicineClass("neuromuscular-blocker", mark("Neuromuscular blocker"),
                      mark("Botulinum toxin: an injection that quiets a muscle for some months."),
                      linked=True),
        MedicineClass("painkiller", mark("Painkiller"), mark("Against pain or fever.")),
        MedicineClass("antidepressant", mark("Antidepressant"),
                      mark("For low mood, anxiety or nerve pain.")),
        MedicineClass("anxiety-sleep", mark("For anxiety or sleep"),
                      mark("Calms, or helps to sleep.")),
        MedicineClass("epilepsy-nerve", mark("For epilepsy or nerve pain"),
                      mark("Steadies the nerves.")),
        MedicineClass("antipsychotic", mark("Antipsychotic or mood stabiliser"),
                      mark("For some troubles of thought or mood.")),
        MedicineClass("statin", mark("Statin"), mark("Lowers the fat in the blood.")),
        MedicineClass("beta-blocker", mark("Beta blocker"),
                      mark("Slows the heart, lowers blood pressure, eases a tremor.")),
        MedicineClass("blood-pressure", mark("For blood pressure"),
                      mark("Lowers blood pressure in another way.")),
        MedicineClass("asthma", mark("For asthma"), mark("Opens the airways.")),
        MedicineClass("stomach", mark("For the stomach"), mark("Less acid in the stomach.")),
        MedicineClass("diabetes", mark("For diabetes"), mark("Lowers blood sugar.")),
        MedicineClass("antibiotic", mark("Antibiotic"), mark("Against bacteria.")),
        MedicineClass("antihistamine", mark("Antihistamine"), mark("Against allergy.")),
        MedicineClass("thyroid", mark("Thyroid medicine"),
                      mark("Brings thyroid hormone up or down.")),
        MedicineClass("supplement", mark("Magnesium or supplement"),
                      mark("Vitamins, minerals and the like.")),
        MedicineClass(OTHER, mark("Other"), mark("None of these, or not known.")),
    )
}  # fmt: skip
"""Every class by id, those that a doctor asks about first."""

_NAMES: Final = {
    "stimulant": "methylphenidate, dexmethylphenidate, amphetamine, amfetamine, dexamphetamine, "
    "dexamfetamine, lisdexamfetamine, lisdexamphetamine, methamphetamine, modafinil, armodafinil, "
    "pseudoephedrine, ephedrine, phentermine",
    "diuretic": "hydrochlorothiazide, furosemide, torasemide, torsemide, bumetanide, "
    "chlorthalidone, chlortalidone, indapamide, spironolactone, eplerenone, triamterene, "
    "amiloride, bendroflumethiazide, xipamide",
    "corticosteroid": "betamethasone, prednisone, prednisolone, methylprednisolone, "
    "dexamethasone, hydrocortisone, cortisone, budesonide, triamcinolone, deflazacort, "
    "fludrocortisone, beclometasone, fluticasone",
    "oestrogen": "estradiol, oestradiol, ethinylestradiol, estriol, conjugated oestrogens, "
    "conjugated estrogens, oestrogen, estrogen",
    "muscle-relaxant": "carisoprodol, cyclobenzaprine, baclofen, tizanidine, methocarbamol, "
    "dantrolene, orphenadrine, metaxalone, chlorzoxazone, tolperisone",
    "neuromuscular-blocker": "incobotulinumtoxina, rimabotulinumtoxinb, onabotulinumtoxina, "
    "abobotulinumtoxina, botulinum toxin, botox",
    "painkiller": "paracetamol, acetaminophen, ibuprofen, naproxen, diclofenac, aspirin, "
    "metamizole, celecoxib, etoricoxib, tramadol, codeine, morphine, oxycodone, tilidine",
    "antidepressant": "sertraline, citalopram, escitalopram, fluoxetine, paroxetine, "
    "fluvoxamine, venlafaxine, desvenlafaxine, duloxetine, mirtazapine, bupropion, trazodone, "
    "amitriptyline, nortriptyline, clomipramine, doxepin",
    "anxiety-sleep": "diazepam, lorazepam, alprazolam, clonazepam, oxazepam, temazepam, "
    "zolpidem, zopiclone, eszopiclone, buspirone, melatonin",
    "epilepsy-nerve": "gabapentin, pregabalin, carbamazepine, oxcarbazepine, lamotrigine, "
    "levetiracetam, valproate, topiramate, phenytoin, mexiletine",
    "antipsychotic": "quetiapine, olanzapine, risperidone, aripiprazole, haloperidol, clozapine, "
    "lithium",
    "statin": "atorvastatin, simvastatin, rosuvastatin, pravastatin, fluvastatin, pitavastatin, "
    "lovastatin",
    "beta-blocker": "propranolol, metoprolol, bisoprolol, atenolol, nebivolol, carvedilol, "
    "nadolol, sotalol",
    "blood-pressure": "ramipril, lisinopril, enalapril, candesartan, losartan, valsartan, "
    "amlodipine, lercanidipine, irbesartan, telmisartan, doxazosin",
    "asthma": "salbutamol, albuterol, terbutaline, formoterol, salmeterol, theophylline, "
    "montelukast",
    "stomach": "omeprazole, pantoprazole, esomeprazole, lansoprazole, famotidine",
    "diabetes": "metformin, insulin, empagliflozin, dapagliflozin, sitagliptin, semaglutide, "
    "liraglutide, glimepiride",
    "antibiotic": "amoxicillin, ciprofloxacin, levofloxacin, doxycycline, azithromycin, "
    "clarithromycin, cefuroxime, penicillin",
    "antihistamine": "cetirizine, levocetirizine, loratadine, desloratadine, fexofenadine, "
    "diphenhydramine",
    "thyroid": "levothyroxine, liothyronine, thiamazole, methimazole, carbimazole, "
    "propylthiouracil",
    "supplement": "magnesium, potassium, calcium, zinc, iron, vitamin d, vitamin b12, "
    "vitamin b6, vitamin c, folic acid, omega 3, creatine",
}
_SPELT: Final = {
    "incobotulinumtoxina": "incobotulinumtoxinA",
    "rimabotulinumtoxinb": "rimabotulinumtoxinB",
    "onabotulinumtoxina": "onabotulinumtoxinA",
    "abobotulinumtoxina": "abobotulinumtoxinA",
    "vitamin d": "vitamin D",
    "vitamin b12": "vitamin B12",
    "vitamin b6": "vitamin B6",
    "vitamin c": "vitamin C",
}
KNOWN: Final = {
    name: class_id
    for class_id, listed in _NAMES.items()
    for name in (each.strip() for each in listed.split(","))
}
"""Well-known names in small letters, each with the id of its class."""


def class_or_other(asked: str) -> MedicineClass:
    """Return the class of that id; one that is not known here, from a newer diary, is *other*."""
    return CLASSES.get(asked, CLASSES[OTHER])


def check_class(asked: str) -> str:
    """Return the id where there is such a class; raise BadInput."""
    if asked not in CLASSES:
        raise BadInput(
            _("“{asked}” is not a kind of medicine. Choose one of: {known}.").format(
                asked=asked[:40], known=", ".join(CLASSES)
            )
        )
    return asked


def recognised(name: str) -> str | None:
    """Return the id of the class that a written name belongs to: *Prednisone 5 mg*; else None."""
    words = name.casefold().replace(",", " ").split()
    for start in range(len(words)):
        for length in (2, 1):
            found = KNOWN.get(" ".join(words[start : start + length]))
            if found is not None:
                return found
    return None


def proposed(written: str, *, limit: int = 4) -> tuple[str, ...]:
    """Return well-known names that begin with what was written so far, from two letters on."""
    asked = " ".join(written.casefold().split())
    if len(asked) < 2 or asked in KNOWN:
        return ()
    found = sorted(name for name in KNOWN if name.startswith(asked))
    return tuple(_spelt(name) for name in found[:limit])


def _spelt(name: str) -> str:
    spelt = _SPELT.get(name, name)
    return spelt[:1].upper() + spelt[1:]
