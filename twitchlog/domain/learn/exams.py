"""Cards on the tests a doctor may order: how they feel, how long they take, how to prepare."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.learn.card import MEDLINE, Card, Section
from twitchlog.domain.learn.card import TESTS as MINE
from twitchlog.translation import mark

TESTS: Final = (
    Card(
        "why-tests",
        Section.TESTS,
        mark("Why a test, and why often none"),
        (
            mark(
                "Which test is right depends on what the doctor found. Many people with twitches "
                "need no test at all."
            ),
            mark(
                "Ask three things of each test: what it can show, what it cannot, and what happens "
                "next. Keep the results with their date, so that the next doctor sees them."
            ),
        ),
        mark("test, results, which, need, diagnosis, examination"),
        MINE,
        MEDLINE,
    ),
    Card(
        "blood",
        Section.TESTS,
        mark("Blood tests"),
        (
            mark(
                "A little blood is taken from a vein in your arm. You feel a sharp prick. It takes "
                "a few minutes, and the results mostly come within days."
            ),
            mark(
                "Ask whether you should eat beforehand, and whether to take your medicines as "
                "usual. Drink some water, which makes the vein easier to find. Hard sport on the "
                "day before can change some values."
            ),
        ),
        mark("blood draw, needle, lab, laboratory, fasting, vein, sample"),
        MINE,
        mark("MedlinePlus: Creatine kinase"),
    ),
    Card(
        "range",
        Section.TESTS,
        mark("What a reference range is"),
        (
            mark(
                "Beside each value the laboratory prints a range. Most healthy people fall within "
                "it, but not all. Each laboratory has its own."
            ),
            mark(
                "A value a little outside often means nothing by itself. Let the doctor read it "
                "together with the rest. The diary marks it only as your laboratory's range says."
            ),
        ),
        mark("normal, out of range, high, low, value, limit, unit"),
        MINE,
        mark("Cleveland Clinic: Electrolyte panel"),
    ),
    Card(
        "electrolytes",
        Section.TESTS,
        mark("Electrolytes: the salts in your blood"),
        (
            mark(
                "Electrolytes are salts: potassium, sodium, calcium, magnesium and phosphate. "
                "Nerves and muscles work with them, and so does the heart."
            ),
            mark(
                "Too much or too little of one can make muscles twitch, cramp or feel weak. Water "
                "tablets, vomiting, diarrhoea and kidney problems can shift them."
            ),
        ),
        mark("potassium, sodium, calcium, magnesium, phosphate, minerals, blood test, salt"),
        MINE,
        mark("Cleveland Clinic: Electrolyte panel"),
    ),
    Card(
        "thyroid",
        Section.TESTS,
        mark("Thyroid: TSH and free T4"),
        (
            mark(
                "The thyroid is a gland in the neck that sets the pace of the body. TSH is the "
                "signal that tells it to work. Free T4 is what it makes."
            ),
            mark(
                "A thyroid that is too fast or too slow can trouble nerves and muscles. Tell the "
                "doctor if you take biotin, a vitamin for hair and nails: it can change the result."
            ),
        ),
        mark("gland, hormone, thyroxine, hyperthyroid, hypothyroid, tsh, t4, biotin, blood test"),
        MINE,
        mark("Mount Sinai: Thyroid function tests"),
    ),
    Card(
        "chemistry",
        Section.TESTS,
        mark("Blood chemistry"),
        (
            mark(
                "This is a group of values. Creatinine and urea tell how well the kidneys work. "
                "Glucose is the sugar in your blood. Creatine kinase, CK for short, comes from "
                "muscle."
            ),
            mark(
                "CK rises when muscle is hurt, also after hard sport. Rest from sport for a day or "
                "two before the test, or say that you trained."
            ),
        ),
        mark("creatinine, urea, glucose, sugar, creatine kinase, ck, cpk, kidney, blood test"),
        MINE,
        mark("MedlinePlus: Creatine kinase"),
    ),
    Card(
        "ct",
        Section.TESTS,
        mark("CT of the spine or brain"),
        (
            mark(
                "A CT scan makes pictures of the inside of the body with X-rays. You lie on a "
                "table that slides through a wide ring. It does not hurt, and takes about 5 to 20 "
                "minutes. Lie still."
            ),
            mark(
                "Sometimes a dye is put into a vein. You may feel warm and taste metal for a "
                "short while. Say beforehand if you may be pregnant, have kidney problems, or have "
                "reacted badly to such a dye."
            ),
        ),
        mark("computed tomography, cat scan, x-ray, radiation, contrast, dye, brain, spine, head"),
        MINE,
        mark("Chelsea and Westminster Hospital: CT"),
    ),
    Card(
        "mri",
        Section.TESTS,
        mark("MRI of the spine or brain"),
        (
            mark(
                "An MRI scan makes pictures with a strong magnet, without X-rays. You lie still in "
                "a tube for 15 to 90 minutes. It does not hurt, but it is loud, so you get "
                "something for your ears."
            ),
            mark(
                "Take off everything of metal. Say beforehand if you have a pacemaker or any metal "
                "in your body, may be pregnant, or fear narrow spaces. You can speak with the "
                "staff, and there is a button to call them."
            ),
        ),
        mark("magnet, magnetic resonance, scan, tube, tunnel, claustrophobia, noise, contrast"),
        MINE,
        mark("NHS: MRI scan"),
    ),
    Card(
        "emg",
        Section.TESTS,
        mark("EMG: listening to a muscle"),
        (
            mark(
                "A very thin needle goes into a muscle and picks up its electric signals. You "
                "relax the muscle, then tighten it. You see the signals on a screen and hear them "
                "as a crackle."
            ),
            mark(
                "Each prick hurts a little, and the muscle may be sore for a day or two. It often "
                "takes less than an hour, with the nerve test before it. Wear loose clothes and "
                "use no lotion. Say if you take blood thinners, bleed easily or have a pacemaker."
            ),
        ),
        mark("electromyography, electromyogram, needle, electric, muscle test, pain, lotion"),
        MINE,
        mark("Noran Clinic: EMG and nerve conduction studies"),
    ),
    Card(
        "nerve-conduction",
        Section.TESTS,
        mark("Nerve conduction study"),
        (
            mark(
                "This measures how fast and how well a nerve passes on a signal. Small pads are "
                "stuck to your skin. A short electric pulse is given to the nerve, and your muscle "
                "jumps."
            ),
            mark(
                "The pulses feel odd or sting for a moment, and no more. It takes about 15 to 45 "
                "minutes. Come with warm hands and feet, wash, and use no lotion. Say if you have "
                "a pacemaker."
            ),
        ),
        mark("ncs, ncv, nerve test, electric shock, speed, electrodes, pulse"),
        MINE,
        mark("MIND: EMG and nerve conduction study"),
    ),
)  # fmt: skip
