"""Words that tell at the end of a line whether its sentence goes on. Data only, separated by blanks."""

# no sentence ends with these; those that a verb may leave behind („fiel auf“, "moved on") are left out
OPEN = (
    "der die das den dem des eine einen einem einer eines und oder sowie bzw am im in vom zum zur von beim für "
    "gegen ohne "
    "bis seit dass als wie ist sind war waren wird werden wurde wurden hat haben hatte kann können soll sollen "
    "sich nicht "
    "auch seine seiner ihre ihrer ihren "
    "the a and or of for with from to that which who is are was were will has have had be been as its their "
    "his her this "
    "these those into about between "
    "le la les du des et ou au aux dans par pour sur avec que qui un une est "
    "el los las y o del al en por para con que una es su "
    "il lo gli di e da nel della delle dei per che "
    "het een en van te voor met dat zijn "
    "i w z na do od oraz że się jest "
    "os uma dos das em com "
    "og af på til med det er ett och av för som att är "
)

# a number or an address follows these
BEFORE_DATA = "unter per via at under on"

# with a dot, at the end of a line, each before what may follow it
BEFORE_NAMES = "Dr Prof Dipl Ing St Mr Mrs Ms Sen Sens Rep Reps Gov Gen"
BEFORE_NUMBERS = "Nr Str Tel ca max mind min No Art Abs S p"
BEFORE_SMALL_LETTERS = "bzw vgl sog evtl ggf inkl exkl einschl approx incl vs"

# a number goes before these
UNITS = "Uhr Euro EUR Dollar Prozent Mio Mrd Millionen Milliarden Tausend Meter Kilometer Tonnen Quadratmeter Kilogramm"
