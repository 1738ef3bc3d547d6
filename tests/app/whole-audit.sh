# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One complete audit of a small fictional mine by the command line alone, from the self-assessment to a closed
# surveillance. "$0" is adit-cli; files are made in the current folder. tst_cliaudit runs it; people may read it as an
# example of the whole journey.
set -e
adit() { "$0" --quiet "$@"; }
on() { day=$1; shift; "$0" --quiet --today "$day" "$@"; }
codes() { "$0" standard show irma-style-1.0 | sed -n 's/^      \([0-9][0-9.]*\) .*/\1/p'; }
criticals() { "$0" standard show irma-style-1.0 | sed -n 's/^      \([0-9][0-9.]*\) ◆ .*/\1/p'; }
# says WORDS COMMAND...: the command succeeds, or is refused, with these words.
says() { words=$1; shift; "$@" 2>&1 | grep -q -- "$words" || { echo "no \"$words\" from: $*"; exit 1; }; }
refuses() { words=$1; shift; if "$@" >answer.txt 2>&1; then echo "not refused: $*"; exit 1; fi
    grep -q -- "$words" answer.txt || { echo "no \"$words\" from: $*"; cat answer.txt; exit 1; }; }

# ---- Pre-audit
adit new audit.adit --standard irma-style-1.0 --site "Small hill mine" --country CL --operator "Small Hill S.A."
codes | sed 's/^/"/; s/$/",full,"We keep to it."/' > rows.txt
{ echo 'requirement,rating,finding'; cat rows.txt; } > self.csv
adit import ratings audit.adit self.csv --as self
adit milestone audit.adit P1.done --done 2025-09-01
on 2025-09-01 step audit.adit close P1

on 2025-09-02 step audit.adit open P2
adit details audit.adit --location "Central valley" --materials copper --description "A small open pit." \
    --facilities "Pit and plant" --audit-firm "Valley Assurance"
adit claim audit.adit 4.8 --claimed 2025-09-02 --claim-reason "No cyanide is used."
adit milestone audit.adit P2.received --done 2025-09-03
adit milestone audit.adit P2.reviewed --done 2025-09-09
on 2025-09-09 step audit.adit close P2
adit milestone audit.adit P3.signed --done 2025-09-12
adit milestone audit.adit P3.paid --done 2025-09-15
on 2025-09-15 step audit.adit close P3
adit milestone audit.adit P4.signed --done 2025-09-20
adit milestone audit.adit P4.notified --done 2025-09-24
on 2025-09-24 step audit.adit close P4

on 2025-09-25 step audit.adit open P5
chapters="1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 2.4 2.5 2.6 2.7 3.1 3.2 3.3 3.4 3.5 3.6 3.7 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8"
known=$(codes | cut -d. -f1,2 | sort -u)
chapters=$(for chapter in $chapters; do echo "$known" | grep -qx "$chapter" && echo "$chapter"; done)
adit team add audit.adit --name "R. Salas" --role lead-auditor --state accepted --declaration none \
    --declared 2025-09-26 --chapters $chapters
adit team add audit.adit --name "L. Quispe" --role technical-reviewer --declaration none --declared 2025-09-26
adit team add audit.adit --name "M. Rojas" --role decision-maker --declaration none --declared 2025-09-26
adit competence add audit.adit --member T-A01 --basis "Lead auditor since 2014" --expires 2029-12-31 \
    --chapters $chapters
adit audit-plan audit.adit --objectives "Rate the mine" --criteria "IRMA-style 1.0" --scope "Pit and plant" --days 2 \
    --languages "es" --sampling "By shift" --logistics "By road" --confidentiality "Names stay away" \
    --follow-up "Surveillance"
adit plan add audit.adit --issued 2025-10-01 --agreed 2025-10-03 --text "Two days on site."
adit group audit.adit worker --planned 2 --basis "One per shift"
adit group audit.adit community --planned 1 --basis "One village"
adit milestone audit.adit P5.proposed --done 2025-10-01
adit milestone audit.adit P5.accepted --done 2025-10-06
on 2025-10-06 step audit.adit close P5

# ---- 1 Announcement
on 2025-10-07 step audit.adit open 1
echo "Recording of the announcement" > radio.txt
adit evidence add audit.adit radio.txt --source document-third-party --title "Radio log"
adit announcement add audit.adit --channel radio --language es --published 2025-10-08 --proof E-A01
adit milestone audit.adit 1.announced --done 2025-10-08
on 2025-10-08 step audit.adit close 1

# ---- 2 Desk review
on 2025-11-03 step audit.adit open 2
adit milestone audit.adit 2.started --done 2025-11-03
adit meeting add audit.adit --meeting opening-desk --held 2025-11-03 --agenda desk-requirements desk-scope \
    desk-confidentiality desk-judgement desk-nonconformities
on 2025-11-04 request add audit.adit --text "Permits of 2025" --requirement 1.1.1.1 --due 2025-11-20
adit request update audit.adit R-A01 --state closed --answered 2025-11-18 --answer "All permits"
adit relevance audit.adit 4.8 not-relevant --justification "No cyanide is used or stored."
adit claim audit.adit 4.8 --tested 2025-11-20 --test "Stores and purchase ledger were read."
adit meeting add audit.adit --meeting closing-desk --held 2025-11-28 --agenda desk-findings desk-likely desk-deferred
adit milestone audit.adit 2.ended --done 2025-11-28
on 2025-11-28 step audit.adit close 2

# ---- 3 Outreach
on 2025-12-01 step audit.adit open 3
adit milestone audit.adit 3.started --done 2025-12-01
adit contact add audit.adit --group worker --made 2025-12-01 --channel letter --text "Notice at the gate"
adit contact add audit.adit --group community --made 2025-12-02 --channel visit --text "Village head told"
on 2026-01-20 step audit.adit close 3

# ---- 4 On-site visit
adit milestone audit.adit 4.started --planned 2026-02-02
on 2026-02-02 step audit.adit open 4
adit milestone audit.adit 4.started --done 2026-02-02
adit meeting add audit.adit --meeting opening-visit --held 2026-02-02 --agenda visit-scope visit-plan visit-updates \
    visit-nonconformities visit-safety
adit place add audit.adit --name "Open pit" --day 2026-02-02 --time 10:00 --visited 2026-02-02
adit people add audit.adit --group worker --language es
adit people add audit.adit --group community --language es
adit interview add audit.adit --person P-A01 --date 2026-02-02 --heard 2 --consent given --requirement 3.1.1.1 \
    --text "Knew their rights."
adit interview add audit.adit --person P-A02 --date 2026-02-03 --consent given --requirement 1.2.2.2 \
    --text "Was asked before the pit grew."
codes | grep -v '^4\.8\.' |
    sed 's/^/"/; s/$/",full,"Seen and heard.",observation/' > rows.txt
{ echo 'requirement,rating,finding,sources'; cat rows.txt; } > ratings.csv
adit import ratings audit.adit ratings.csv
adit rate audit.adit 1.1.1.1 partial --finding "Two permits had run out." --sources observation
on 2026-02-03 action add audit.adit --title "Permits out of date" --grade critical --requirement 1.1.1.1 \
    --description "Two permits had run out in November 2025." --owner "Head of law"
adit meeting add audit.adit --meeting closing-visit --held 2026-02-03 --agenda visit-findings visit-diverging visit-next
adit milestone audit.adit 4.ended --done 2026-02-03
on 2026-02-03 step audit.adit close 4

# ---- 5 Report review
on 2026-02-04 step audit.adit open 5
adit comment add audit.adit --round technical --made 2026-02-20 --made-by "Technical reviewer" --requirement 1.1.1.1 \
    --text "Which permits?"
adit comment update audit.adit Q-A01 --state accepted --answer "Named now." --answered 2026-02-22
adit milestone audit.adit 5a.sent --done 2026-03-03
on 2026-03-03 step audit.adit close 5a
adit action update audit.adit NC-A01 --cause "Nobody watched the dates." --state cause-accepted \
    --cause-accepted 2026-03-10
adit action update audit.adit NC-A01 --action "Renew both permits." --due 2026-09-30 --state plan-accepted \
    --plan-accepted 2026-03-20
adit milestone audit.adit 5b.returned --done 2026-03-30
on 2026-03-30 step audit.adit close 5b
adit comment add audit.adit --round company --made 2026-03-30 --about factual-error --text "One permit, not two."
adit comment update audit.adit Q-A02 --state rejected --answer "Both had run out." --answered 2026-04-08
adit milestone audit.adit 5c.revised --done 2026-04-10
on 2026-04-10 step audit.adit close 5c
adit milestone audit.adit 5d.reviewed --done 2026-04-20
on 2026-04-20 step audit.adit close 5d
adit details audit.adit --method "Read, seen and heard." --limits "None." --team "Lead auditor" --report-id SHM-1
adit milestone audit.adit 5e.final --done 2026-04-24
on 2026-04-24 step audit.adit close 5e
adit milestone audit.adit 5f.decided --done 2026-04-27
on 2026-04-27 step audit.adit close 5f
on 2026-04-27 step audit.adit close 5

# ---- 6 Early correction
on 2026-04-28 step audit.adit open 6
adit milestone audit.adit 6.started --done 2026-04-28
says "Result postponed: early corrective action until 2027-04-28" "$0" --today 2026-05-02 score audit.adit
refuses "a rating made anew" adit rate audit.adit 1.1.1.1 substantial
on 2026-06-01 rerate audit.adit 1.1.1.1 substantial --basis "One permit was renewed."
adit milestone audit.adit 6.ended --done 2026-06-10
on 2026-06-10 step audit.adit close 6
says "Result by IRMA-style rules: 75" "$0" score audit.adit
refuses "step 6 to be open" adit rerate audit.adit 1.1.1.1 full --basis "The other one, too."

# ---- 7 Disclosure
on 2026-06-11 step audit.adit open 7
adit details audit.adit --disclosure full --company-comments "We thank the team."
adit milestone audit.adit 7.published --done 2026-06-15
on 2026-06-15 step audit.adit close 7

# ---- Next steps: corrective actions, surveillance, renewal
on 2026-06-16 step audit.adit open N1
adit action update audit.adit NC-A01 --state implemented --implemented 2026-09-20
adit action verify audit.adit NC-A01 --verified-by "R. Salas" --basis "Both permits read." --on 2026-10-01
on 2026-10-01 step audit.adit close N1
on 2027-07-01 step audit.adit open N2
adit milestone audit.adit N2.done --done 2027-07-05
on 2027-07-05 step audit.adit close N2

"$0" --today 2027-07-05 check audit.adit

# ---- The surveillance as a case of its own: it looks again and rates nothing.
adit new surveillance.adit --standard irma-style-1.0 --site "Small hill mine" --kind surveillance --previous audit.adit
says "As of the audit of 2026: Result by IRMA-style rules: 75" "$0" score surveillance.adit
refuses "no new detailed scores" adit rate surveillance.adit 1.1.1.1 full
refuses "no new detailed scores" adit relevance surveillance.adit 4.8 relevant
refuses "no new detailed scores" adit rerate surveillance.adit 1.1.1.1 partial --basis "Seen."
printf 'requirement,rating,finding\n"1.1.1.1",full,Seen\n"1.1.2.1",,Seen\n"1.2.2.2",none,Seen\n' > again.csv
refuses "row 2" adit import ratings surveillance.adit again.csv
refuses "row 4" adit import ratings surveillance.adit again.csv

adit team add surveillance.adit --name "R. Salas" --role lead-auditor --state accepted --declaration none \
    --declared 2027-03-02 --chapters $chapters
adit team add surveillance.adit --name "L. Quispe" --role technical-reviewer --declaration none --declared 2027-03-02
adit team add surveillance.adit --name "M. Rojas" --role decision-maker --declaration none --declared 2027-03-02
adit milestone surveillance.adit 3.started --done 2027-05-20
adit milestone surveillance.adit 2.ended --done 2027-06-15
adit milestone surveillance.adit 4.started --planned 2027-07-01
# A gate is passed in one's own name.
echo "four words and more" > passphrase.txt
adit --profile-passphrase-file passphrase.txt profile new --name "R. Salas" --role lead-auditor --out salas.adit-profile
on 2027-07-01 --profile salas.adit-profile --profile-passphrase-file passphrase.txt step surveillance.adit open 4 \
    --override "The desk review was part of the visit."
adit milestone surveillance.adit 4.started --done 2027-07-01
adit meeting add surveillance.adit --meeting opening-visit --held 2027-07-01 --agenda visit-scope visit-plan \
    visit-updates visit-nonconformities visit-safety
adit place add surveillance.adit --name "Open pit" --day 2027-07-01 --time 10:00 --visited 2027-07-01
adit people add surveillance.adit --group worker --language es
adit interview add surveillance.adit --person P-A01 --date 2027-07-02 --consent given --requirement 3.1.1.1 \
    --text "Nothing has changed."
adit meeting add surveillance.adit --meeting closing-visit --held 2027-07-05 --agenda visit-findings visit-diverging \
    visit-next
adit milestone surveillance.adit 4.ended --done 2027-07-05
refuses "requirements-rated" on 2027-07-05 step surveillance.adit close 4
{ echo 'requirement,finding'; criticals | sed 's/^/"/; s/$/",Still met: looked at again in July 2027./'; } > seen.csv
adit import ratings surveillance.adit seen.csv
on 2027-07-05 step surveillance.adit close 4
on 2027-07-06 step surveillance.adit open 5
for part in 5a.sent:07-20 5b.returned:08-10 5c.revised:08-20 5d.reviewed:08-30 5e.final:09-03 5f.decided:09-04; do
    adit milestone surveillance.adit "${part%:*}" --done "2027-${part#*:}"
done
adit details surveillance.adit --method "Looked at again." --limits "None." --team "Lead auditor" --report-id SHM-2
for part in 5a 5b 5c 5d 5e 5f 5; do on 2027-09-04 step surveillance.adit close $part; done
on 2027-09-05 step surveillance.adit open 7
adit details surveillance.adit --disclosure full
adit milestone surveillance.adit 7.published --done 2027-09-10
on 2027-09-10 step surveillance.adit close 7

# ---- The renewal begins where this audit ended: its ratings stand beside the new ones.
adit new renewal.adit --standard irma-style-1.0 --site "Small hill mine" --kind reassessment --previous audit.adit
adit export renewal.adit --list details --out details.csv
grep -q "Central valley" details.csv
