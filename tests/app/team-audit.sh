# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Several people, one assessment, by the command line alone: a lead and three auditors on laptops of their own, five
# evenings of merges with conflicts, a review round, a decision. "$0" is adit-cli; files are made in the current folder.
# tst_cliteam runs it; people may read it as an example.
set -e
as() { who=$1; shift
    "$0" --quiet --profile "$who.profile" --profile-passphrase-file passphrase.txt --today "$day" "$@"; }
by() { who=$1; shift; "$0" --quiet --by "$who" --today "$day" "$@"; } # without a key: quicker, and less
adit() { "$0" --quiet --today "$day" "$@"; }
refuses() { words=$1; shift; if "$@" >answer.txt 2>&1; then echo "not refused: $*"; exit 1; fi
    grep -q -- "$words" answer.txt || { echo "no \"$words\" from: $*"; cat answer.txt; exit 1; }; }
says() { words=$1; shift; "$@" >answer.txt 2>&1 || true
    grep -q -- "$words" answer.txt || { echo "no \"$words\" from: $*"; cat answer.txt; exit 1; }; }
fingerprint() { "$0" --json profile show "$1.profile" | sed -n 's/.*"fingerprint": "\(.*\)".*/\1/p'; }

day=2026-03-02
echo "a long enough passphrase" > passphrase.txt
for person in salas:lead-auditor aliaga:auditor baca:auditor cruz:auditor quispe:technical-reviewer diallo:decision-maker; do
    name=${person%%:*}
    "$0" --quiet --profile-passphrase-file passphrase.txt profile new --name "$name" --role "${person#*:}" \
        --out "$name.profile"
    adit profile export "$name.profile" --public --out "$name.card"
done

# ---- The lead begins, and hands the case to the team
as salas new lead.adit --standard irma-style-1.0 --site "Small hill mine" --country CL
for person in salas:lead-auditor aliaga:auditor baca:auditor cruz:auditor quispe:technical-reviewer diallo:decision-maker; do
    name=${person%%:*}
    adit team add lead.adit --name "$name" --role "${person#*:}" --declaration none --declared 2026-03-01 \
        --state accepted --fingerprint "$(fingerprint "$name")"
done
"$0" standard show irma-style-1.0 | sed -n 's/^      \([0-9][0-9.]*\) .*/"\1",full,"Seen."/p' > rows.txt
{ echo 'requirement,rating,finding'; cat rows.txt; } > ratings.csv
as salas import ratings lead.adit ratings.csv
as salas people add lead.adit --group worker --name "Inés Quispe"
for name in aliaga baca cruz; do
    as salas parcel make lead.adit --role auditor --to "$name.card" --out "$name.parcel"
    refuses "sealed to somebody else" as quispe parcel open "$name.parcel" --out stolen.adit
    as "$name" parcel open "$name.parcel" --trust "$(fingerprint salas)" --out "$name.adit"
done

# ---- Five evenings
for evening in 1 2 3 4 5; do
    day=2026-03-1$evening
    # Each has chapters of their own, and all see the same pit.
    by aliaga rate aliaga.adit 1.1.$evening.1 full --finding "Register of day $evening"
    by baca rate baca.adit 1.2.2.$((evening > 3 ? 3 : evening)) full --finding "Meeting of day $evening"
    by cruz rate cruz.adit 2.1.1.1 full --finding "Files of day $evening, seen by cruz"
    by baca rate baca.adit 2.1.1.1 full --finding "Files of day $evening, seen by baca"
    for name in aliaga baca cruz; do
        says "change" "$0" --today "$day" merge lead.adit "$name.adit" --dry-run
        by salas merge lead.adit "$name.adit" || test $? = 1
    done
    says "answer:2.1.1.1/finding" "$0" conflicts lead.adit
    version=$("$0" --json conflicts lead.adit | sed -n 's/.*"version": "\(.*\)".*/\1/p' | head -n 1)
    by salas resolve lead.adit answer:2.1.1.1/finding --take "$version"
    "$0" --quiet conflicts lead.adit
    for name in aliaga baca cruz; do by "$name" merge "$name.adit" lead.adit; adit verify "$name.adit"; done
    by salas merge lead.adit cruz.adit # again: nothing new
    adit verify lead.adit
done

# ---- Two of the team rate some requirements without knowing of each other
by salas calibration draw lead.adit --raters T-A02 T-A03 --count 2 --seed 7
for name in aliaga baca; do by "$name" merge "$name.adit" lead.adit; done
drawn=$("$0" --json calibration show lead.adit | sed -n 's/.*"requirement": "\(.*\)",*/\1/p')
for code in $drawn; do
    by aliaga calibration rate aliaga.adit B-A01 "$code" full --rater T-A02
    by baca calibration rate baca.adit B-A01 "$code" substantial --rater T-A03
done
by salas merge lead.adit aliaga.adit
"$0" log lead.adit --field rating > answer.txt
grep "blind_rating" answer.txt | grep -q full && { echo "the log tells what was rated blindly"; exit 1; }
refuses "both have rated" by salas calibration open lead.adit B-A01
by salas merge lead.adit baca.adit
by salas calibration open lead.adit B-A01
says "drift 1.00" "$0" calibration show lead.adit B-A01

# ---- A review round
day=2026-04-01
as salas parcel make lead.adit --role technical-reviewer --to quispe.card --out review.parcel
as quispe parcel open review.parcel --out review.adit
grep -q "Inés" review.adit && { echo "the reviewer's copy holds a name"; exit 1; }
refuses "made for the role" as quispe rate review.adit 1.1.1.1 none
as quispe comment add review.adit --round technical --requirement 2.1.1.1 --weight must-answer \
    --text "Which files?"
as quispe comment add review.adit --round technical --requirement 1.2.2.1 --weight note \
    --text "Well seen."
comment=$("$0" --json comment threads review.adit --waiting | sed -n 's/.*"id": "\(Q-.*\)".*/\1/p')
refuses "settled first" as quispe sign-off review.adit 2.1
as quispe sign-off review.adit 1.2
as quispe changes review.adit --mark
as quispe parcel make review.adit --role lead-auditor --to salas.card --out back.parcel
refuses "own name" by salas merge lead.adit back.parcel
refuses "sealed to somebody else" as diallo merge lead.adit back.parcel
refuses "does not name" as salas merge lead.adit back.parcel --trust "$(fingerprint diallo)"
as salas merge lead.adit back.parcel --trust "$(fingerprint quispe)"
test "$(ls -A | grep -c '#$')" = 0 || { echo "something is left of the parcel"; exit 1; }
as salas rate lead.adit 2.1.1.1 full --finding "Files of March, boxes 3 to 7, seen by cruz and baca"
as salas comment answer lead.adit "$comment" --text "Boxes 3 to 7; the finding says so now."
refuses "does not settle it" as salas comment resolve lead.adit "$comment"
as quispe merge review.adit lead.adit
says "answer 2.1.1.1 finding" "$0" --profile quispe.profile --profile-passphrase-file passphrase.txt changes review.adit
as quispe comment resolve review.adit "$comment"
"$0" standard show irma-style-1.0 | sed -n 's/^  \([0-9][0-9]*\.[0-9][0-9]*\) .*/\1/p' | sort -u > chapters.txt
while read -r chapter; do test "$chapter" = 1.2 || as quispe sign-off review.adit "$chapter"; done < chapters.txt
as quispe lock review.adit --reason "Reviewed"
as salas merge lead.adit review.adit
refuses "Locked: all" as salas rate lead.adit 1.1.1.1 none
refuses "may not\|decide" as aliaga decide lead.adit --level "IRMA 50" --reason "No"

# ---- The decision
day=2026-05-01
as salas parcel make lead.adit --role decision-maker --to diallo.card --out decision.parcel
as diallo parcel open decision.parcel --out decision.adit
"$0" --quiet independence decision.adit
# Names and notes are not in it, but whose they are is: nobody's who judges.
says "diallo  no changes in this case" "$0" independence decision.adit
refuses "deadlines\|sufficient-evidence\|nonconformities" as diallo decide decision.adit --level "IRMA 50"
as diallo decide decision.adit --level "IRMA 75" --reason "The process was kept on paper until step 5."
as salas merge lead.adit decision.adit
"$0" --quiet decide lead.adit --show
as salas unlock lead.adit --reason "A number was wrong"
as salas rate lead.adit 1.2.2.1 full --finding "Minutes of all four quarters"
says "answer:1.2.2.1 changed" "$0" decide lead.adit --show
refuses "new one is needed" "$0" decide lead.adit --show

# ---- Made public: somebody asks, somebody else decides, three sign, anybody checks
day=2026-05-04
flags="Flags and points of the catalogue are assumptions."
refuses "profile" adit redact lead.adit add --requirement 2.1.1.1 --all --reason A
as salas redact lead.adit add --requirement 2.1.1.1 --field finding --passage "cruz and baca" --reason A
refuses "does not decide" as salas redact lead.adit approve RD-A01
refuses "decision-broken" as salas release build lead.adit --out hill-1 --acknowledge "$flags"
as diallo merge decision.adit lead.adit
as diallo decide decision.adit --level "IRMA 75" --reason "The minutes are in order."
as diallo redact decision.adit approve RD-A01
refuses "names-not-here" as diallo release build decision.adit --out hill-1 --acknowledge "$flags"
as salas merge lead.adit decision.adit
"$0" --quiet redact lead.adit list
refuses "assumptions-not-acknowledged" as salas release build lead.adit --out hill-1
as salas names list lead.adit
as salas rate lead.adit 1.1.1.1 full --finding "Inés Quispe was heard."
refuses "blocks  P-A01 (name)  answer/1.1.1.1 finding" "$0" --profile salas.profile \
    --profile-passphrase-file passphrase.txt names list lead.adit
refuses "cannot be read" as quispe names list lead.adit
as salas undo lead.adit
as salas release build lead.adit --out hill-1 --acknowledge "$flags" --keys-at "audit.example/keys"
refuses "hill-1" as salas release build lead.adit --out hill-1 --acknowledge "$flags"
refuses "Unsigned draft" "$0" verify hill-1
for name in salas quispe; do as $name release sign hill-1; done
refuses "decision-maker" "$0" release finish hill-1
as diallo release sign hill-1
"$0" --quiet release finish hill-1
refuses "not-of-case" "$0" release finish hill-1 --case aliaga.adit
"$0" --quiet release finish hill-1 --case lead.adit
refuses "othing" "$0" release finish hill-1 --case lead.adit
refuses "compare with the fingerprint" "$0" verify hill-1 --trust "$(fingerprint salas)"
"$0" --quiet verify hill-1 --trust "$(fingerprint salas)" --trust "$(fingerprint quispe)" --trust "$(fingerprint diallo)"
adit disclose lead.adit RD-A01 --out passage.json
"$0" --quiet verify hill-1 --disclosed passage.json
sed 's/cruz and baca/cruz or baca/' passage.json > other.json
refuses "not one of this release" "$0" verify hill-1 --disclosed other.json
grep -q "cruz and baca" hill-1/assessment.json && { echo "withheld words are public"; exit 1; }
printf x >> hill-1/report.pdf
refuses "report.pdf was changed" "$0" verify hill-1
refuses "report.pdf was changed" as diallo release sign hill-1
as salas release withdraw lead.adit 1 --reason "The report was altered on its way."
refuses "release that this case has built" as salas release withdraw lead.adit 7 --reason "x"

for file in lead aliaga baca cruz review decision; do adit verify $file.adit; done
