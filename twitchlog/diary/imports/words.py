"""Words of spreadsheets and other diaries, in English, German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from twitchlog.domain.twitch import OWN, Strength, Trigger

_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the words of `text` in small letters, without accents, emoji and punctuation."""
    text = text[:200].replace("ß", "ss")
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _NOT_LETTERS.sub(" ", kept).strip()


def _table(**words: str) -> dict[str, str]:
    return {word.strip(): meaning for meaning, text in words.items() for word in text.split(",")}


YES: Final = frozenset(
    ["1", "x", "y", "yes", "true", "on", "ja", "wahr", "oui", "vrai", "si", "verdadero", "v", "ok"]
) | {
    "✓",
    "✔",
    "☑",
}
NO: Final = frozenset(
    [
        "",
        *[
            "0",
            "n",
            "no",
            "false",
            "off",
            "nein",
            "falsch",
            "non",
            "faux",
            "none",
            "-",
            "–",
            "—",
            "falso",
        ],
    ]
)

STRENGTHS: Final = {
    word: Strength(strength)
    for strength, words in (
        (1, ("barely,faint,very mild,very weak,very light,kaum,sehr leicht,sehr schwach,a peine,"
            "tres leger,tres legere,apenas,muy leve")),
        (2, ("mild,light,weak,slight,low,little,a little,leicht,schwach,gering,leger,legere,faible,"
            "leve,ligero,ligera,debil")),
        (3, ("clear,moderate,medium,some,deutlich,mittel,massig,moderat,net,nette,moyen,moyenne,"
            "modere,moderee,claro,clara,moderado,moderada,medio")),
        (4, ("strong,severe,intense,high,heavy,a lot,unbearable,extreme,very strong,stark,heftig,"
            "schwer,sehr stark,fort,forte,severe,tres fort,fuerte,intenso,intensa,grave,"
            "muy fuerte")),
    )
    for word in words.split(",")
}  # fmt: skip

LEVELS: Final = {
    "none": 0, "no": 0, "keine": 0, "kein": 0, "aucun": 0, "aucune": 0, "nada": 0, "ninguno": 0,
    "a little": 1, "little": 1, "low": 1, "mild": 1, "wenig": 1, "gering": 1, "leicht": 1,
    "un peu": 1, "faible": 1, "poco": 1, "bajo": 1,
    "some": 2, "moderate": 2, "medium": 2, "etwas": 2, "mittel": 2, "massig": 2, "moyen": 2,
    "modere": 2, "algo": 2, "medio": 2, "moderado": 2,
    "a lot": 3, "lots": 3, "high": 3, "severe": 3, "strong": 3, "viel": 3, "hoch": 3, "stark": 3,
    "beaucoup": 3, "eleve": 3, "fort": 3, "mucho": 3, "alto": 3,
}  # fmt: skip

SIDES: Final = {
    "left": "left", "l": "left", "lt": "left", "links": "left", "linke": "left", "linkes": "left",
    "linker": "left", "gauche": "left", "g": "left", "izquierda": "left", "izquierdo": "left",
    "right": "right", "r": "right", "rt": "right", "rechts": "right", "rechte": "right",
    "rechtes": "right", "rechter": "right", "droite": "right", "droit": "right", "d": "right",
    "derecha": "right", "derecho": "right",
    "both": "both", "beide": "both", "beides": "both", "beidseitig": "both", "les deux": "both",
    "ambos": "both", "ambas": "both", "b": "both", "both sides": "both", "bilateral": "both",
    "middle": "", "mitte": "", "milieu": "", "centro": "", "center": "", "centre": "", "": "",
    "none": "", "n a": "",
}  # fmt: skip

PLACES: Final = {
    "augenlid": "eyelid", "lid": "eyelid", "auge": "eyelid", "paupiere": "eyelid", "oeil": "eyelid",
    "parpado": "eyelid", "ojo": "eyelid",
    "wade": "calf", "mollet": "calf", "pantorrilla": "calf", "gemelo": "calf", "calves": "calf",
    "oberschenkel": "thigh", "cuisse": "thigh", "muslo": "thigh", "thighs": "thigh",
    "mano": "hand", "hands": "hand", "daumen": "thumb", "pouce": "thumb", "pulgar": "thumb",
    "unterarm": "forearm", "avant bras": "forearm", "antebrazo": "forearm",
    "oberarm": "upper arm", "bizeps": "biceps", "trizeps": "triceps",
    "fuss": "foot", "pied": "foot", "pie": "foot", "schulter": "shoulder", "epaule": "shoulder",
    "hombro": "shoulder", "knie": "knee", "genou": "knee", "rodilla": "knee",
    "wange": "cheek", "joue": "cheek", "mejilla": "cheek", "zunge": "tongue", "langue": "tongue",
    "lengua": "tongue", "kinn": "chin", "menton": "chin", "lippe": "lips", "levre": "lips",
}  # fmt: skip
"""What places are called in other languages, by the English name they are found by."""

_TRIGGERS: Final = _table(
    caffeine="caffeine,coffee,caffe,espresso,tea,cola,energy drink,koffein,kaffee,cafeine,cafe,"
    "cafeina",
    **{
        "poor-sleep": "poor sleep,bad sleep,little sleep,lack of sleep,no sleep,tired,insomnia,"
        "schlechter schlaf,wenig schlaf,schlafmangel,mauvais sommeil,manque de sommeil,mal dormi,"
        "mal sueno,falta de sueno,poco sueno,sleep deprivation,short sleep",
        "stress": "stress,stressed,anxiety,anxious,estres,ansiedad,angst,anspannung,anxiete",
        "exercise": "exercise,sport,sports,gym,run,running,workout,training,exercice,ejercicio,"
        "deporte,"
        "physical activity,exertion,bewegung",
        "medicine": "medicine,medication,meds,drugs,medikament,medikamente,medicament,medicina,"
        "medicamento",
    },
)
_TWITCH: Final = re.compile(
    r"twitch|fascicul|faszikul|muskelzuck|zucken|spasm|tic\b|tressaut|espasm"
)


def trigger_of(text: str) -> Trigger:
    """Return the built-in trigger that the words mean, else the person's own words."""
    kind = built_in_trigger(text)
    return Trigger(kind) if kind else Trigger(OWN, " ".join(text.split()))


def built_in_trigger(text: str) -> str | None:
    """Return the kind of the built-in trigger that the words mean, or None."""
    return _TRIGGERS.get(plain(text))


def names_twitching(text: str) -> bool:
    """Whether the name of a symptom or an activity says that a muscle twitched."""
    return _TWITCH.search(plain(text)) is not None


SYMPTOMS: Final = _table(
    weakness="weakness,weak,muscle weakness,schwache,muskelschwache,faiblesse,debilidad",
    feeling="numbness,tingling,pins and needles,loss of feeling,taubheit,kribbeln,"
    "engourdissement,fourmillements,hormigueo,entumecimiento",
    speaking="trouble speaking,slurred speech,difficulty speaking",
    swallowing="trouble swallowing,difficulty swallowing",
    breathing="trouble breathing,shortness of breath,breathlessness,atemnot",
    cramps="cramp,cramps,muscle cramp,muscle cramps,krampf,krampfe,muskelkrampf,crampe,crampes,"
    "calambre,calambres",
    stiffness="stiffness,stiff,muscle stiffness,steifheit,raideur,rigidez,neck stiffness,"
    "stiff neck",
    pain="pain,headache,migraine,back pain,neck pain,joint pain,muscle pain,aches,muscle aches,"
    "body aches,schmerz,schmerzen,kopfschmerz,kopfschmerzen,migrane,douleur,mal de tete,dolor,"
    "dolor de cabeza,chest pain,stomach pain,leg pain,arm pain,foot pain,eye pain,jaw pain",
    tiredness="tiredness,tired,fatigue,exhaustion,exhausted,mude,mudigkeit,erschopfung,fatigue,"
    "cansancio,low energy",
    fever="fever,fieber,fievre,fiebre,high temperature",
)  # fmt: skip
SYMPTOMS["weight loss"] = "weight-loss"
SYMPTOMS["muscle loss"] = SYMPTOMS["muscle wasting"] = SYMPTOMS["muscle atrophy"] = "muscle-loss"
"""Ids of symptoms by what other programs call them."""
