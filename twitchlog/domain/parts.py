"""The parts of the body a twitch can be felt in, from head to foot: a table of names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from twitchlog.translation import _, mark


class Region(StrEnum):
    """A stretch of the body, for lists; in head-to-foot order."""

    HEAD = "head"
    NECK = "neck"
    ARM = "arm"
    HAND = "hand"
    CHEST = "chest"
    BACK = "back"
    THIGH = "thigh"
    LOWER_LEG = "lower-leg"
    FOOT = "foot"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Its heading, in the language in use."""
        return _(_REGION_LABELS[self])


_REGION_LABELS: Final = {
    Region.HEAD: mark("Head and face"),
    Region.NECK: mark("Neck"),
    Region.ARM: mark("Shoulder and arm"),
    Region.HAND: mark("Hand"),
    Region.CHEST: mark("Chest and belly"),
    Region.BACK: mark("Back"),
    Region.THIGH: mark("Hip and thigh"),
    Region.LOWER_LEG: mark("Lower leg"),
    Region.FOOT: mark("Foot"),
    Region.OTHER: mark("Elsewhere"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the body, in the language of the source; `also` are other names, by comma.

    The id is written into diaries and never changes. `paired`: there is a left and a right one.
    """

    id: str
    region: Region
    lay: str
    muscle: str
    where: str
    also: str = ""
    paired: bool = True


_HEAD, _NECK, _ARM, _HAND = Region.HEAD, Region.NECK, Region.ARM, Region.HAND
_CHEST, _BACK, _THIGH = Region.CHEST, Region.BACK, Region.THIGH
_LEG, _FOOT = Region.LOWER_LEG, Region.FOOT

# fmt: off
PARTS: Final = (
    Part("scalp", _HEAD, mark("scalp"), mark("epicranius"),
         mark("top of the head"), mark("crown, head"), paired=False),
    Part("back-of-head", _HEAD, mark("back of the head"), mark("occipitalis"),
         mark("above the neck, under the hair"), mark("occiput"), paired=False),
    Part("forehead", _HEAD, mark("forehead"), mark("frontalis"),
         mark("above the eyebrow"), mark("brow line")),
    Part("temple", _HEAD, mark("temple"), mark("temporalis"),
         mark("between eye and ear"), mark("side of the head")),
    Part("eyebrow", _HEAD, mark("eyebrow"), mark("corrugator supercilii"),
         mark("inner end of the eyebrow"), mark("brow, frown")),
    Part("eyelid", _HEAD, mark("eyelid"), mark("orbicularis oculi"),
         mark("around the eye"), mark("eye, lid, myokymia")),
    Part("upper-eyelid", _HEAD, mark("upper eyelid"), mark("orbicularis oculi, upper part"),
         mark("above the eye"), mark("upper lid, levator palpebrae superioris")),
    Part("lower-eyelid", _HEAD, mark("lower eyelid"), mark("orbicularis oculi, lower part"),
         mark("under the eye"), mark("lower lid, under eye")),
    Part("nose", _HEAD, mark("nose"), mark("nasalis"),
         mark("side or wing of the nose"), mark("nostril"), paired=False),
    Part("ear", _HEAD, mark("ear"), mark("auricularis"),
         mark("around the ear"), mark("behind the ear")),
    Part("cheek", _HEAD, mark("cheek"), mark("zygomaticus major"),
         mark("between mouth and cheekbone"), mark("face, buccinator, cheekbone")),
    Part("lips", _HEAD, mark("lips"), mark("orbicularis oris"),
         mark("around the mouth"), mark("lip, mouth"), paired=False),
    Part("upper-lip", _HEAD, mark("upper lip"), mark("orbicularis oris, upper part"),
         mark("above the mouth"), mark("levator labii superioris"), paired=False),
    Part("lower-lip", _HEAD, mark("lower lip"), mark("orbicularis oris, lower part"),
         mark("below the mouth"), mark("depressor labii inferioris"), paired=False),
    Part("mouth-corner", _HEAD, mark("corner of the mouth"), mark("depressor anguli oris"),
         mark("where the lips meet"), mark("mouth")),
    Part("tongue", _HEAD, mark("tongue"), mark("genioglossus"),
         mark("inside the mouth"), mark("lingual muscles"), paired=False),
    Part("jaw", _HEAD, mark("jaw"), mark("masseter"),
         mark("at the hinge of the jaw"), mark("chewing muscle, mandible")),
    Part("chin", _HEAD, mark("chin"), mark("mentalis"),
         mark("below the lower lip"), paired=False),
    Part("under-chin", _HEAD, mark("underside of the chin"), mark("mylohyoid"),
         mark("soft part under the jaw"), mark("digastric, under the chin"), paired=False),

    Part("throat", _NECK, mark("throat"), mark("sternohyoid"),
         mark("around the voice box"), mark("larynx, Adam's apple"), paired=False),
    Part("neck-front", _NECK, mark("front of the neck"), mark("platysma"),
         mark("from the jaw to the collarbone"), mark("neck"), paired=False),
    Part("neck-side", _NECK, mark("side of the neck"), mark("sternocleidomastoid"),
         mark("from behind the ear to the breastbone"), mark("neck, scalene, SCM")),
    Part("neck-back", _NECK, mark("back of the neck"), mark("splenius capitis"),
         mark("beside the spine, below the head"), mark("nape, neck")),

    Part("shoulder-top", _ARM, mark("top of the shoulder"), mark("upper trapezius"),
         mark("between neck and shoulder"), mark("trap, traps")),
    Part("shoulder", _ARM, mark("shoulder"), mark("deltoid"),
         mark("the cap of the shoulder"), mark("delt")),
    Part("armpit", _ARM, mark("armpit"), mark("coracobrachialis"),
         mark("under the shoulder"), mark("underarm")),
    Part("upper-arm", _ARM, mark("upper arm"), mark("muscles of the upper arm"),
         mark("between shoulder and elbow"), mark("arm")),
    Part("biceps", _ARM, mark("biceps"), mark("biceps brachii"),
         mark("front of the upper arm"), mark("bicep")),
    Part("triceps", _ARM, mark("triceps"), mark("triceps brachii"),
         mark("back of the upper arm"), mark("tricep")),
    Part("elbow", _ARM, mark("elbow"), mark("anconeus"),
         mark("around the elbow"), mark("brachialis, elbow crease")),
    Part("forearm", _ARM, mark("forearm"), mark("muscles of the forearm"),
         mark("between elbow and wrist"), mark("lower arm")),
    Part("forearm-inner", _ARM, mark("inner forearm"), mark("flexor digitorum superficialis"),
         mark("palm side of the forearm"), mark("forearm flexors")),
    Part("forearm-outer", _ARM, mark("outer forearm"), mark("extensor digitorum"),
         mark("back of the forearm"), mark("forearm extensors")),
    Part("forearm-thumb-side", _ARM, mark("forearm, thumb side"), mark("brachioradialis"),
         mark("from the elbow towards the thumb")),
    Part("wrist", _ARM, mark("wrist"), mark("pronator quadratus"),
         mark("just above the hand")),

    Part("hand", _HAND, mark("hand"), mark("muscles of the hand"),
         mark("the whole hand"), mark("intrinsic hand muscles")),
    Part("hand-thumb-side", _HAND, mark("hand, thumb side"), mark("abductor pollicis brevis"),
         mark("the ball of the thumb"), mark("thenar, thumb base, thumb pad")),
    Part("hand-little-finger-side", _HAND, mark("hand, little-finger side"),
         mark("abductor digiti minimi of the hand"),
         mark("outer edge of the palm"), mark("hypothenar, pinky side")),
    Part("thumb-web", _HAND, mark("web of the thumb"), mark("first dorsal interosseous"),
         mark("back of the hand, between thumb and index finger"), mark("FDI, web space")),
    Part("palm", _HAND, mark("palm"), mark("lumbricals of the hand"),
         mark("inside of the hand")),
    Part("hand-back", _HAND, mark("back of the hand"), mark("dorsal interossei of the hand"),
         mark("between the bones of the hand"), mark("top of the hand")),
    Part("thumb", _HAND, mark("thumb"), mark("flexor pollicis longus"),
         mark("the thumb itself")),
    Part("index-finger", _HAND, mark("index finger"), mark("extensor indicis"),
         mark("next to the thumb"), mark("first finger, pointer, forefinger")),
    Part("middle-finger", _HAND, mark("middle finger"), mark("second dorsal interosseous"),
         mark("the longest finger"), mark("third finger")),
    Part("ring-finger", _HAND, mark("ring finger"), mark("fourth dorsal interosseous"),
         mark("next to the little finger"), mark("fourth finger")),
    Part("little-finger", _HAND, mark("little finger"), mark("extensor digiti minimi"),
         mark("the smallest finger"), mark("pinky, fifth finger")),

    Part("collarbone", _CHEST, mark("collarbone"), mark("subclavius"),
         mark("along the collarbone"), mark("clavicle")),
    Part("chest", _CHEST, mark("chest"), mark("pectoralis major"),
         mark("front of the chest"), mark("pec, breast")),
    Part("breastbone", _CHEST, mark("breastbone"), mark("transversus thoracis"),
         mark("middle of the chest"), mark("sternum"), paired=False),
    Part("ribs", _CHEST, mark("ribs"), mark("serratus anterior"),
         mark("side of the chest, below the armpit"), mark("rib cage, intercostals")),
    Part("diaphragm", _CHEST, mark("diaphragm"), mark("thoracic diaphragm"),
         mark("inside, under the ribs"), mark("pit of the stomach, midriff"), paired=False),
    Part("upper-belly", _CHEST, mark("upper belly"), mark("upper rectus abdominis"),
         mark("between ribs and navel"), mark("abdomen, abs, stomach")),
    Part("lower-belly", _CHEST, mark("lower belly"), mark("lower rectus abdominis"),
         mark("below the navel"), mark("abdomen, abs, tummy")),
    Part("waist", _CHEST, mark("side of the belly"), mark("external oblique"),
         mark("between ribs and hip"), mark("waist, flank, love handle")),

    Part("upper-back", _BACK, mark("upper back"), mark("rhomboids"),
         mark("between spine and shoulder blade"), mark("middle trapezius")),
    Part("shoulder-blade", _BACK, mark("shoulder blade"), mark("infraspinatus"),
         mark("over the shoulder blade"), mark("scapula, supraspinatus, teres")),
    Part("middle-back", _BACK, mark("middle of the back"), mark("latissimus dorsi"),
         mark("below the shoulder blade"), mark("lat, mid back, flank")),
    Part("lower-back", _BACK, mark("lower back"), mark("erector spinae"),
         mark("beside the spine, above the hip"), mark("lumbar, loin, small of the back")),

    Part("buttock", _THIGH, mark("buttock"), mark("gluteus maximus"),
         mark("where you sit"), mark("glute, bottom, bum")),
    Part("hip", _THIGH, mark("hip"), mark("gluteus medius"),
         mark("outer side of the hip"), mark("tensor fasciae latae")),
    Part("groin", _THIGH, mark("groin"), mark("iliopsoas"),
         mark("crease between belly and thigh"), mark("hip flexor")),
    Part("pelvic-floor", _THIGH, mark("pelvic floor"), mark("levator ani"),
         mark("between the legs, inside"), mark("perineum"), paired=False),
    Part("thigh", _THIGH, mark("thigh"), mark("muscles of the thigh"),
         mark("between hip and knee"), mark("upper leg, leg")),
    Part("thigh-front", _THIGH, mark("front of the thigh"), mark("quadriceps"),
         mark("between hip and knee, in front"), mark("quad, rectus femoris")),
    Part("thigh-inner", _THIGH, mark("inner thigh"), mark("adductors"),
         mark("the side facing the other leg"), mark("adductor longus, gracilis")),
    Part("thigh-outer", _THIGH, mark("outer thigh"), mark("vastus lateralis"),
         mark("outer side of the thigh"), mark("iliotibial band, IT band")),
    Part("thigh-back", _THIGH, mark("back of the thigh"), mark("hamstrings"),
         mark("between buttock and knee"), mark("hamstring, biceps femoris")),
    Part("knee", _THIGH, mark("knee"), mark("vastus medialis"),
         mark("just above the kneecap"), mark("kneecap")),
    Part("knee-hollow", _THIGH, mark("hollow of the knee"), mark("popliteus"),
         mark("back of the knee"), mark("behind the knee")),

    Part("shin", _LEG, mark("shin"), mark("tibialis anterior"),
         mark("front of the lower leg"), mark("shinbone")),
    Part("calf", _LEG, mark("calf"), mark("gastrocnemius"),
         mark("back of the lower leg"), mark("calves, lower leg, leg")),
    Part("calf-inner", _LEG, mark("inner calf"), mark("gastrocnemius, inner head"),
         mark("back of the lower leg, inner side"), mark("medial gastrocnemius")),
    Part("calf-outer", _LEG, mark("outer calf"), mark("gastrocnemius, outer head"),
         mark("back of the lower leg, outer side"), mark("lateral gastrocnemius")),
    Part("calf-lower", _LEG, mark("lower calf"), mark("soleus"),
         mark("above the Achilles tendon"), mark("Achilles")),
    Part("lower-leg-outer", _LEG, mark("outer lower leg"), mark("fibularis longus"),
         mark("outer side, from knee to ankle"), mark("peroneus, peroneal")),
    Part("ankle", _LEG, mark("ankle"), mark("fibularis tertius"),
         mark("around the ankle"), mark("peroneus tertius")),

    Part("foot", _FOOT, mark("foot"), mark("muscles of the foot"),
         mark("the whole foot"), mark("intrinsic foot muscles, feet")),
    Part("foot-top", _FOOT, mark("top of the foot"), mark("extensor digitorum brevis"),
         mark("upper side, before the ankle"), mark("instep")),
    Part("sole", _FOOT, mark("sole"), mark("flexor digitorum brevis"),
         mark("underside of the foot"), mark("bottom of the foot")),
    Part("arch", _FOOT, mark("arch of the foot"), mark("abductor hallucis"),
         mark("inner edge of the foot")),
    Part("heel", _FOOT, mark("heel"), mark("quadratus plantae"),
         mark("back of the foot, underneath")),
    Part("ball-of-foot", _FOOT, mark("ball of the foot"), mark("lumbricals of the foot"),
         mark("underside, before the toes")),
    Part("foot-little-toe-side", _FOOT, mark("foot, little-toe side"),
         mark("abductor digiti minimi of the foot"),
         mark("outer edge of the foot"), mark("outer foot")),
    Part("big-toe", _FOOT, mark("big toe"), mark("flexor hallucis brevis"),
         mark("the largest toe"), mark("great toe, hallux")),
    Part("small-toes", _FOOT, mark("small toes"), mark("dorsal interossei of the foot"),
         mark("second to fourth toe"), mark("toes, toe")),
    Part("little-toe", _FOOT, mark("little toe"), mark("flexor digiti minimi brevis"),
         mark("the smallest toe"), mark("pinky toe")),
)
# fmt: on
