"""Propose how the columns of a table are read, from their names and their first cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.amounts import number_and_unit
from twitchlog.diary.imports.dates import OrderVotes, looks_like_dates
from twitchlog.diary.imports.mapping import SKIP, Column, Mapping
from twitchlog.diary.imports.times import read_time, split_when
from twitchlog.diary.imports.words import NO, YES, built_in_trigger, plain
from twitchlog.domain.factor import FACTORS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIGNS: Final = {
    "when": "datetime,date time,timestamp,time stamp,when,start,started,start time,begin,"
    "datum zeit,"
    "zeitpunkt,zeitstempel,beginn,date et heure,horodatage,fecha y hora,fecha hora,inicio,"
    "logged at,"
    "created at,onset,at",
    "date": "date,day,datum,tag,jour,fecha,dia,full date,date formatted,local day",
    "time": "time,time of day,hour,clock,uhrzeit,zeit,heure,hora",
    "zone": "zone,timezone,time zone,zeitzone,fuseau,fuseau horaire,zona horaria,tz,utc offset,"
    "offset",
    "place": "place,places,site,sites,location,muscle,muscles,body part,part,where,area,region,ort,"
    "stelle,korperteil,muskel,lieu,endroit,muscle touche,partie du corps,lugar,musculo,"
    "parte del cuerpo,zona",
    "side": "side,laterality,seite,cote,lado",
    "duration": "duration,duration s,duration sec,duration seconds,seconds,length,lasted,how long,"
    "dauer,dauer s,sekunden,duree,duracion,segundos,secondes,duration in seconds,dauer in sekunden",
    "duration-min": "duration min,duration minutes,minutes,dauer min,minuten,dauer minuten,"
    "duree min,"
    "duracion min,minutos,duration in minutes,dauer in minuten,length min,lasted min",
    "duration-h": "duration h,duration hours,dauer h,dauer stunden,duration in hours",
    "strength": "strength,severity,intensity,how strong,level,rating,starke,intensitat,schwere,"
    "intensite,force,intensidad,fuerza,strength 0 10,severity 0 10,intensity 0 10,score",
    "triggers": "trigger,triggers,cause,causes,possible trigger,possible triggers,"
    "potential triggers,"
    "what went with it,with,ausloser,declencheur,declencheurs,desencadenante,desencadenantes",
    "note": "note,notes,comment,comments,remark,remarks,description,text,notiz,notizen,bemerkung,"
    "kommentar,remarque,commentaire,nota,notas,comentario,comentarios,details",
    "id": "id,uuid,entry id,key,nr,number,no",
    "sleep": "sleep,sleep h,sleep hours,hours of sleep,hours slept,slept,schlaf,schlaf h,"
    "schlafstunden,sommeil,sommeil h,heures de sommeil,sueno,sueno h,horas de sueno,sleep duration,"
    "time asleep",
    "caffeine": "caffeine,caffeine mg,koffein,koffein mg,cafeine,cafeine mg,cafeina,cafeina mg",
    "stress": "stress,stress level,stress 0 10,stress 0 3,stresslevel,estres,nivel de estres",
    "anxiety": "anxiety,anxiety level,angst,anxiete,ansiedad",
    "exercise": "exercise,exercise min,exercise minutes,minutes of exercise,workout min,sport min,"
    "bewegung,bewegung min,sport minuten,exercice,exercice min,ejercicio,ejercicio min,"
    "active minutes",
    "medicine": "medicine,medication,meds,medicine as usual,medikamente,medikament,medicament,"
    "medicina,medicacion",
    "alcohol": "alcohol,alcohol g,alkohol,alkohol g,alcool,alcool g",
    "water": "water,water l,wasser,wasser l,eau,eau l,agua,agua l",
    "screen-time": "screen time,screen time h,bildschirmzeit,temps d ecran,tiempo de pantalla",
    "nicotine": "nicotine,cigarettes,nikotin,zigaretten,tabac,tabaco,cigarrillos",
    "sleep-quality": "sleep quality,schlafqualitat,qualite du sommeil,calidad del sueno",
}  # fmt: skip
_FIELD_OF: Final = {name: field for field, names in _SIGNS.items() for name in names.split(",")}


def guess_mapping(header: Sequence[str], sample: Iterable[Sequence[str]]) -> Mapping:
    """Propose how to read a table with the columns `header` and the first rows `sample`.

    Day and month are told apart, and numbers given their scale, by what the sample shows; where it
    does not show it, `asks_order` is set, and the whole column must be looked at (`decide`).
    """
    rows = list(sample)
    cells = [[row[n] for row in rows if n < len(row)] for n in range(len(header))]
    mapping = Mapping(tuple(Column(name) for name in header))
    taken: set[str] = set()
    for n, name in enumerate(header):
        field = _FIELD_OF.get(plain(name), SKIP)
        if field == SKIP or field in taken:
            field = _by_cells(name, cells[n], taken)
        field = _fitting(field, name, cells[n])
        taken |= {field} - {SKIP, "tick", "triggers", "note"}
        column = Column(name, field, scale_of(field, cells[n]) if has_scale(field) else "")
        mapping = replace(
            mapping, columns=(*mapping.columns[:n], column, *mapping.columns[n + 1 :])
        )
    return _with_order(_dated(mapping, cells), cells)


def has_scale(field: str) -> bool:
    """Whether numbers of that field may be on more than one scale."""
    return field == "strength" or (field in FACTORS and FACTORS[field].kind is Kind.LEVEL)


def _fitting(field: str, name: str, cells: list[str]) -> str:
    """Return what fits the cells: a date may come with a time, caffeine be a yes or no."""
    filled = [cell for cell in cells if cell.strip()][:50]
    if field in FACTORS and FACTORS[field].kind is Kind.AMOUNT and _is_tick(name, filled):
        return "tick"
    if field in {"date", "when", "time"} and filled:
        if field == "time" and looks_like_dates(filled):
            field = "when"
        if field in {"date", "when"}:
            timed = sum(1 for cell in filled if split_when(cell)[1])
            epoch = all(number_and_unit(cell, decimal_comma=False) for cell in filled)
            return "when" if timed > len(filled) / 2 or (epoch and field == "when") else "date"
    return field


def _dated(mapping: Mapping, cells: list[list[str]]) -> Mapping:
    """Find a date by what the cells hold where no column is called so."""
    if mapping.where("date") is not None or mapping.where("when") is not None:
        return mapping
    for n, column in enumerate(mapping.columns):
        if column.field in {SKIP, "time"} and looks_like_dates(cells[n][:50]):
            return mapping.with_field(n, _fitting("date", column.name, cells[n]))
    return mapping


def _is_tick(name: str, filled: list[str]) -> bool:
    """Whether the column names a trigger and its cells say yes or no, and not how much."""
    words = [plain(cell) or cell.strip().casefold() for cell in filled]
    plainly = any(word in YES and not word.isdigit() for word in words)
    said = sum(word in YES | NO for word in words)
    return bool(built_in_trigger(name)) and plainly and said >= 0.8 * len(words)


def _by_cells(name: str, cells: list[str], taken: set[str]) -> str:
    """Return what a column holds whose name says nothing."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return SKIP
    if _is_tick(name, filled):
        return "tick"
    if "time" not in taken and all(
        ":" in cell and len(cell) < 12 and read_time(cell) for cell in filled[:50]
    ):
        return "time" if not plain(name) or plain(name).startswith("column") else SKIP
    return SKIP


def scale_of(field: str, cells: Iterable[str]) -> str:
    """Return the scale that the numbers of a column are on: words, 1-4, 0-3 or 0-10."""
    numbers = [
        found[0]
        for cell in cells
        if (found := number_and_unit(cell.split("/")[0], decimal_comma=True)) and not found[1]
    ]
    if not numbers:
        return "words"
    if max(numbers) > 4 or (max(numbers) == 4 and min(numbers) < 1):
        return "0-10"
    if field != "strength":
        return "0-3" if max(numbers) <= 3 else "0-10"
    return "0-3" if min(numbers) < 1 else "1-4"


def _with_order(mapping: Mapping, cells: list[list[str]]) -> Mapping:
    position = dated_column(mapping)
    if position is None:
        return mapping
    votes = OrderVotes()
    any(votes.see(cell) for cell in cells[position])
    return replace(mapping, order=votes.decided, asks_order=votes.must_ask)


def dated_column(mapping: Mapping) -> int | None:
    """Return the position of the column that holds the day."""
    when = mapping.where("when")
    return mapping.where("date") if when is None else when
