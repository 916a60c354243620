"""Well-known names of medicines, and what kinds of them are called: in English and in German.

Names stand by comma. Where German spells one in another way, that follows the stroke: `zinc/zink`;
`albuterol/` is a name in English alone, `/opipramol` one in German alone. One in capitals is a
short form that counts only where it is typed so. Names are international nonproprietary ones (WHO;
the German spellings are those of the Rote Liste), and what everybody says instead.
"""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "stimulant": "methylphenidate/methylphenidat, dexmethylphenidate/dexmethylphenidat, "
    "amphetamine/amphetamin, amfetamine/amfetamin, dexamphetamine/dexamphetamin, "
    "dexamfetamine/dexamfetamin, lisdexamfetamine/lisdexamfetamin, "
    "lisdexamphetamine/lisdexamphetamin, methamphetamine/methamphetamin, modafinil, armodafinil, "
    "pseudoephedrine/pseudoephedrin, ephedrine/ephedrin, phentermine/phentermin",
    "diuretic": "hydrochlorothiazide/hydrochlorothiazid, furosemide/furosemid, "
    "torasemide/torasemid, torsemide/, bumetanide/bumetanid, chlorthalidone/chlorthalidon, "
    "chlortalidone/chlortalidon, indapamide/indapamid, spironolactone/spironolacton, "
    "eplerenone/eplerenon, triamterene/triamteren, amiloride/amilorid, "
    "bendroflumethiazide/bendroflumethiazid, xipamide/xipamid, /piretanid, /HCT",
    "corticosteroid": "betamethasone/betamethason, prednisone/prednison, "
    "prednisolone/prednisolon, methylprednisolone/methylprednisolon, "
    "dexamethasone/dexamethason, hydrocortisone/hydrocortison, /hydrokortison, "
    "cortisone/cortison, /kortison, budesonide/budesonid, triamcinolone/triamcinolon, "
    "deflazacort, fludrocortisone/fludrocortison, beclometasone/beclometason, "
    "fluticasone/fluticason",
    "oestrogen": "estradiol, oestradiol/östradiol, ethinylestradiol, /ethinylöstradiol, estriol, "
    "/östriol, conjugated oestrogens/konjugierte östrogene, "
    "conjugated estrogens/konjugierte estrogene, oestrogen/östrogen, estrogen, /östrogene",
    "muscle-relaxant": "carisoprodol, cyclobenzaprine/cyclobenzaprin, baclofen, "
    "tizanidine/tizanidin, methocarbamol, dantrolene/dantrolen, orphenadrine/orphenadrin, "
    "metaxalone/metaxalon, chlorzoxazone/chlorzoxazon, tolperisone/tolperison, /pridinol",
    "neuromuscular-blocker": "incobotulinumtoxinA, rimabotulinumtoxinB, onabotulinumtoxinA, "
    "abobotulinumtoxinA, botulinum toxin/botulinumtoxin, botox",
    "painkiller": "paracetamol, acetaminophen/, ibuprofen, /ibu, naproxen, diclofenac, "
    "/diclofenak, aspirin, /acetylsalicylsäure, /ASS, metamizole/metamizol, /novaminsulfon, "
    "celecoxib, etoricoxib, tramadol, codeine/codein, /kodein, morphine/morphin, /morphium, "
    "oxycodone/oxycodon, tilidine/tilidin",
    "antidepressant": "sertraline/sertralin, citalopram, escitalopram, fluoxetine/fluoxetin, "
    "paroxetine/paroxetin, fluvoxamine/fluvoxamin, venlafaxine/venlafaxin, "
    "desvenlafaxine/desvenlafaxin, duloxetine/duloxetin, mirtazapine/mirtazapin, bupropion, "
    "trazodone/trazodon, amitriptyline/amitriptylin, nortriptyline/nortriptylin, "
    "clomipramine/clomipramin, doxepin, /opipramol",
    "anxiety-sleep": "diazepam, lorazepam, alprazolam, clonazepam, oxazepam, temazepam, "
    "/bromazepam, zolpidem, zopiclone/zopiclon, eszopiclone/eszopiclon, buspirone/buspiron, "
    "melatonin",
    "epilepsy-nerve": "gabapentin, pregabalin, carbamazepine/carbamazepin, "
    "oxcarbazepine/oxcarbazepin, lamotrigine/lamotrigin, levetiracetam, valproate/valproat, "
    "/valproinsäure, topiramate/topiramat, phenytoin, mexiletine/mexiletin",
    "antipsychotic": "quetiapine/quetiapin, olanzapine/olanzapin, risperidone/risperidon, "
    "aripiprazole/aripiprazol, haloperidol, clozapine/clozapin, lithium",
    "statin": "atorvastatin, simvastatin, rosuvastatin, pravastatin, fluvastatin, pitavastatin, "
    "lovastatin",
    "beta-blocker": "propranolol, metoprolol, bisoprolol, atenolol, nebivolol, carvedilol, "
    "nadolol, sotalol",
    "blood-pressure": "ramipril, lisinopril, enalapril, candesartan, losartan, valsartan, "
    "amlodipine/amlodipin, lercanidipine/lercanidipin, irbesartan, telmisartan, doxazosin",
    "asthma": "salbutamol, albuterol/, terbutaline/terbutalin, formoterol, salmeterol, "
    "theophylline/theophyllin, montelukast, /fenoterol",
    "stomach": "omeprazole/omeprazol, pantoprazole/pantoprazol, esomeprazole/esomeprazol, "
    "lansoprazole/lansoprazol, famotidine/famotidin",
    "diabetes": "metformin, insulin, empagliflozin, dapagliflozin, sitagliptin, "
    "semaglutide/semaglutid, liraglutide/liraglutid, glimepiride/glimepirid",
    "antibiotic": "amoxicillin, ciprofloxacin, levofloxacin, doxycycline/doxycyclin, "
    "azithromycin, clarithromycin, cefuroxime/cefuroxim, penicillin",
    "antihistamine": "cetirizine/cetirizin, levocetirizine/levocetirizin, "
    "loratadine/loratadin, desloratadine/desloratadin, fexofenadine/fexofenadin, "
    "diphenhydramine/diphenhydramin",
    "thyroid": "levothyroxine/levothyroxin, /L-Thyroxin, /thyroxin, liothyronine/liothyronin, "
    "thiamazole/thiamazol, methimazole/methimazol, carbimazole/carbimazol, propylthiouracil",
    "supplement": "magnesium, potassium/kalium, calcium, /kalzium, zinc/zink, iron/eisen, "
    "vitamin D, vitamin B12, vitamin B6, vitamin C, folic acid/folsäure, omega 3, "
    "creatine/kreatin",
}
"""By the id of their class; those of the language in use are proposed while one is typed."""

OTHERS: Final = (
    # Cholinesterase inhibitors; Parkinson's, dementia, muscles and nerves.
    "pyridostigmine/pyridostigmin, neostigmine/neostigmin, distigmine/distigmin, ambenonium, "
    "donepezil, rivastigmine/rivastigmin, galantamine/galantamin, memantine/memantin, levodopa, "
    "pramipexole/pramipexol, ropinirole/ropinirol, rotigotine/rotigotin, amantadine/amantadin, "
    "biperiden, riluzole/riluzol, quinine/chinin, "
    # Epilepsy.
    "phenobarbital, primidone/primidon, lacosamide/lacosamid, brivaracetam, "
    "zonisamide/zonisamid, ethosuximide/ethosuximid, perampanel, "
    # Mood, sleep and attention.
    "imipramine/imipramin, trimipramine/trimipramin, agomelatine/agomelatin, "
    "vortioxetine/vortioxetin, milnacipran, moclobemide/moclobemid, "
    "tranylcypromine/tranylcypromin, atomoxetine/atomoxetin, guanfacine/guanfacin, "
    "promethazine/promethazin, hydroxyzine/hydroxyzin, melperone/melperon, "
    "pipamperone/pipamperon, ziprasidone/ziprasidon, paliperidone/paliperidon, midazolam, "
    "nitrazepam, st john s wort/johanniskraut, "
    # Strong painkillers, migraine.
    "fentanyl, buprenorphine/buprenorphin, tapentadol, hydromorphone/hydromorphon, "
    "hydrocodone/hydrocodon, methadone/methadon, dihydrocodeine/dihydrocodein, sumatriptan, "
    "rizatriptan, zolmitriptan, "
    # Heart, vessels, blood, fats, gout.
    "digoxin, digitoxin, amiodarone/amiodaron, flecainide/flecainid, verapamil, diltiazem, "
    "nifedipine/nifedipin, captopril, perindopril, olmesartan, clonidine/clonidin, "
    "moxonidine/moxonidin, warfarin, phenprocoumon, apixaban, rivaroxaban, dabigatran, edoxaban, "
    "clopidogrel, heparin, enoxaparin, ezetimibe/ezetimib, fenofibrate/fenofibrat, allopurinol, "
    "febuxostat, colchicine/colchicin, "
    # Airways.
    "ipratropium, tiotropium, indacaterol, olodaterol, vilanterol, ciclesonide/ciclesonid, "
    "mometasone/mometason, "
    # Stomach, sugar, hormones.
    "rabeprazole/rabeprazol, ranitidine/ranitidin, metoclopramide/metoclopramid, domperidone/"
    "domperidon, loperamide/loperamid, gliclazide/gliclazid, glibenclamide/glibenclamid, "
    "dulaglutide/dulaglutid, tirzepatide/tirzepatid, pioglitazone/pioglitazon, "
    "progesterone/progesteron, testosterone/testosteron, tamoxifen, levonorgestrel, "
    "desogestrel, dienogest, "
    # Defences, infections.
    "methotrexate/methotrexat, MTX, azathioprine/azathioprin, mycophenolate/mycophenolat, "
    "tacrolimus, ciclosporin, cyclosporine/, hydroxychloroquine/hydroxychloroquin, "
    "sulfasalazine/sulfasalazin, clindamycin, erythromycin, moxifloxacin, "
    "metronidazole/metronidazol, trimethoprim, cotrimoxazole/cotrimoxazol, nitrofurantoin, "
    # Kinds of medicines, by what people call them.
    "medication, medications, medicines, /meine medizin, /medikament, /medikamente, "
    "/medikamenten, /arznei, /arzneimittel, "
    "diuretic/diuretikum, diuretics/diuretika, water tablet/wassertablette, "
    "water tablets/wassertabletten, water pill/, water pills/, /entwässerungstablette, "
    "/entwässerungstabletten, steroid, steroids/steroide, corticosteroid/kortikosteroid, "
    "corticosteroids/kortikosteroide, /corticosteroide, muscle relaxant/muskelrelaxans, "
    "muscle relaxants/muskelrelaxanzien, painkiller/schmerzmittel, painkillers/schmerztabletten, "
    "/schmerztablette, opioid, opioids/opioide, antidepressant/antidepressivum, "
    "antidepressants/antidepressiva, SSRI, SSRIs, SNRI, SNRIs, benzodiazepine/benzodiazepin, "
    "benzodiazepines/benzodiazepine, sleeping pill/schlaftablette, "
    "sleeping pills/schlaftabletten, sleeping tablets/schlafmittel, "
    "tranquilliser/beruhigungsmittel, tranquillisers/beruhigungstabletten, tranquilizer/, "
    "tranquilizers/, anticonvulsant/antikonvulsivum, anticonvulsants/antikonvulsiva, "
    "antiepileptic/antiepileptikum, antiepileptics/antiepileptika, "
    "antipsychotic/antipsychotikum, antipsychotics/antipsychotika, neuroleptic/neuroleptikum, "
    "neuroleptics/neuroleptika, statin, statins/statine, beta blocker/betablocker, "
    "beta blockers, /betarezeptorenblocker, beta agonist, beta agonists/beta agonisten, "
    "asthma inhaler/asthmaspray, asthma spray, blood pressure tablets/blutdrucktabletten, "
    "/blutdrucksenker, /blutdruckmittel, /blutdrucktablette, blood thinner/blutverdünner, "
    "blood thinners/gerinnungshemmer, /blutverdünnung, proton pump inhibitor/"
    "protonenpumpenhemmer, proton pump inhibitors/protonenpumpeninhibitoren, PPI, PPIs, "
    "/säureblocker, /magensäureblocker, antibiotic/antibiotikum, antibiotics/antibiotika, "
    "antihistamine/antihistaminikum, antihistamines/antihistaminika, "
    "thyroid tablets/schilddrüsentabletten, /schilddrüsentablette, "
    "thyroid hormone/schilddrüsenhormon, thyroid hormones/schilddrüsenhormone, "
    "cholinesterase inhibitor/cholinesterasehemmer, "
    "cholinesterase inhibitors/cholinesteraseinhibitoren, birth control pill/antibabypille, "
    "birth control pills, contraceptive/verhütungspille, contraceptives/minipille, /pille, "
    "caffeine tablet/koffeintablette, caffeine tablets/koffeintabletten, "
    "caffeine pill/coffein tablette, caffeine pills/coffein tabletten, /coffeintablette, "
    "/coffeintabletten, /koffein tablette, /koffein tabletten"
)
"""Of no class that is offered, and names of kinds: no trial is of one, and none is proposed."""

FORMS: Final = frozenset({
    # Kept together in German: Prednisontabletten, Metoprololsuccinat.
    "tablette", "tabletten", "tbl", "tropfen", "kapsel", "kapseln", "dragee", "dragees", "pille",
    "pillen", "spritze", "spritzen", "spray", "pflaster", "salbe", "creme", "gel", "saft",
    "pulver", "brausetablette", "brausetabletten", "zäpfchen", "infusion", "infusionen",
    "präparat", "präparate", "therapie", "behandlung", "stoß", "stoßtherapie", "dosis",
    "einnahme", "retard",
    "acetat", "besilat", "carbonat", "chlorid", "citrat", "fumarat", "gluconat", "hydrobromid",
    "hydrochlorid", "kalium", "natrium", "oxid", "phosphat", "succinat", "sulfat", "tartrat",
})  # fmt: skip
"""What a German name is written in one word with: a form, a use or a salt of it."""
