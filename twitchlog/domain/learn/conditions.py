"""Cards on conditions that can bring twitches on; none is ever called likely."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import CONDITIONS as MINE
from twitchlog.domain.learn.card import MEDLINE, Card, Section
from twitchlog.translation import mark

CONDITIONS: Final = (
    Card(
        "potassium",
        Section.CAUSES,
        mark("Low potassium"),
        (
            mark(
                "Potassium is a salt in the blood that nerves and muscles need. When it is low, "
                "muscles can feel weak, cramp or twitch. It can also upset the rhythm of the heart."
            ),
            mark(
                "It can fall through water tablets, or through days of vomiting or diarrhoea. A "
                "blood test shows it, and it can be treated."
            ),
        ),
        mark("hypokalaemia, hypokalemia, electrolyte, metabolic, salt, banana, diuretic"),
        MINE,
        MEDLINE,
    ),
    Card(
        "kidney",
        Section.CAUSES,
        mark("Kidney disease and uraemia"),
        (
            mark(
                "The kidneys keep the salts in the blood in balance and clear out waste. When they "
                "work poorly, waste such as urea builds up. That is called uraemia. Muscles can "
                "then twitch."
            ),
            mark("If you know of a kidney condition, note it, so that the doctor sees it."),
        ),
        mark("uremia, urea, kidneys, renal, dialysis, metabolic, creatinine"),
        MINE,
        MEDLINE,
    ),
    Card(
        "autoimmune",
        Section.CAUSES,
        mark("Autoimmune conditions"),
        (
            mark(
                "In an autoimmune condition the body's defence turns on the body itself. In rare "
                "cases it makes the nerves of muscles fire on and on, as in Isaacs syndrome."
            ),
            mark(
                "Muscles are then stiff and ripple all day, even in sleep. A doctor can tell it by "
                "an examination and tests, and it can be treated."
            ),
        ),
        mark("isaacs, isaac, neuromyotonia, immune, antibodies, thyroiditis, coeliac, lupus"),
        MINE,
        mark("MSD Manual: Isaacs syndrome"),
    ),
    Card(
        "nerve-conditions",
        Section.CAUSES,
        mark("Conditions of nerves and muscles"),
        (
            mark(
                "Some conditions of the nerves or muscles can also make muscles twitch. They are "
                "much rarer than harmless twitches."
            ),
            mark(
                "In these conditions twitching is seldom alone. The muscle grows weak or thin, or "
                "the skin feels numb. That is what a doctor looks for. Note what you and your "
                "family are known to have."
            ),
        ),
        mark("neurological, nervous system, family history, inherited, disease"),
        MINE,
        MEDLINE,
    ),
    Card(
        "neuropathy",
        Section.CAUSES,
        mark("A damaged or pressed nerve"),
        (
            mark(
                "A nerve can be hurt, pressed, or worn by illness. Doctors call it neuropathy. The "
                "muscle it leads to may twitch or grow weak, and the skin may tingle or feel numb."
            ),
            mark(
                "Twitches from one nerve mostly stay in the muscles of that nerve. So it helps to "
                "log the exact place."
            ),
        ),
        mark("neuropathy, pinched nerve, slipped disc, injury, tingling, numb, diabetes"),
        MINE,
        MEDLINE,
    ),
    Card(
        "sma",
        Section.CAUSES,
        mark("Spinal muscular atrophy"),
        (
            mark(
                "This is a rare condition that runs in families. The nerve cells that move the "
                "muscles are lost, and muscles grow weak. It mostly shows in childhood, seldom in "
                "adults."
            ),
            mark("Note it if someone in your family is known to have it."),
        ),
        mark("sma, inherited, gene, family, atrophy, children"),
        MINE,
        MEDLINE,
    ),
    Card(
        "myopathy",
        Section.CAUSES,
        mark("Myopathy (weak muscles)"),
        (
            mark(
                "Myopathy means that the muscle itself is not well, not its nerve. There are many "
                "kinds. Muscles feel weak, most often near the hips and shoulders."
            ),
            mark(
                "Some medicines can bring it on, and some kinds run in families. A blood test for "
                "creatine kinase is a first step to tell."
            ),
        ),
        mark("muscle disease, dystrophy, weak, statin, ck"),
        MINE,
        MEDLINE,
    ),
)  # fmt: skip
