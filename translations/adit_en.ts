<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%1, %n day(s)</source>
        <translation>
            <numerusform>%1, %n day</numerusform>
            <numerusform>%1, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelWords</name>
    <message numerus="yes">
        <source>All %n relevant critical requirement(s) are rated high enough.</source>
        <translation>
            <numerusform>The one relevant critical requirement is rated high enough.</numerusform>
            <numerusform>All %n relevant critical requirements are rated high enough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each of the %n critical requirement(s) not fully met has a dated plan.</source>
        <translation>
            <numerusform>The one critical requirement not fully met has a dated plan.</numerusform>
            <numerusform>Each of the %n critical requirements not fully met has a dated plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n relevant requirement(s) have the rating that %1 asks for.</source>
        <translation>
            <numerusform>The one relevant requirement has the rating that %1 asks for.</numerusform>
            <numerusform>All %n relevant requirements have the rating that %1 asks for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not %1: %n requirement(s) not fully met.</source>
        <translation>
            <numerusform>Not %1: one requirement is not fully met.</numerusform>
            <numerusform>Not %1: %n requirements are not fully met.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relevant requirement(s) not rated yet.</source>
        <translation>
            <numerusform>One relevant requirement is not rated yet.</numerusform>
            <numerusform>%n relevant requirements are not rated yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deferred requirement(s) decide between levels.</source>
        <translation>
            <numerusform>One deferred requirement decides between levels.</numerusform>
            <numerusform>%n deferred requirements decide between levels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessRows</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessWords</name>
    <message numerus="yes">
        <source>was due %1, %n day(s) ago</source>
        <translation>
            <numerusform>was due %1, %n day ago</numerusform>
            <numerusform>was due %1, %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before %1</source>
        <translation>
            <numerusform>%n day before %1</numerusform>
            <numerusform>%n days before %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after %1</source>
        <translation>
            <numerusform>%n day after %1</numerusform>
            <numerusform>%n days after %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical flag(s)</source>
        <translation>
            <numerusform>%n critical flag</numerusform>
            <numerusform>%n critical flags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be looked at: this copy does not hold them, or not whose they are.</source>
        <translation>
            <numerusform>%n change could not be looked at: this copy does not hold it, or not whose it is.</numerusform>
            <numerusform>%n changes could not be looked at: this copy does not hold them, or not whose they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are audit work: the decision is made in a copy that says whose.</source>
        <translation>
            <numerusform>%n of them is audit work: the decision is made in a copy that says whose.</numerusform>
            <numerusform>%n of them are audit work: the decision is made in a copy that says whose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleSightText</name>
    <message numerus="yes">
        <source>%n chapter(s): %1</source>
        <translation>
            <numerusform>chapter %1</numerusform>
            <numerusform>chapters %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::AboutStandardView</name>
    <message numerus="yes">
        <source>%n requirement(s)</source>
        <translation>
            <numerusform>%n requirement</numerusform>
            <numerusform>%n requirements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::AgreementPanel</name>
    <message numerus="yes">
        <source>%1 of %n rated the same</source>
        <translation>
            <numerusform>%1 of %n rated the same</numerusform>
            <numerusform>%1 of %n rated the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::BasisLine</name>
    <message numerus="yes">
        <source>Rests on %1 and %n more</source>
        <translation>
            <numerusform>Rests on %1 and %n more</numerusform>
            <numerusform>Rests on %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n independent kind(s) of source</source>
        <translation>
            <numerusform>%n independent kind of source</numerusform>
            <numerusform>%n independent kinds of source</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::BlindPanel</name>
    <message numerus="yes">
        <source>Both have rated all %n. Lay them open to see how far they agree.</source>
        <translation>
            <numerusform>Both have rated it. Lay it open to see how far they agree.</numerusform>
            <numerusform>Both have rated all %n. Lay them open to see how far they agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::CalibrationModel</name>
    <message numerus="yes">
        <source>%n requirement(s)</source>
        <translation>
            <numerusform>%n requirement</numerusform>
            <numerusform>%n requirements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::ChangesView</name>
    <message numerus="yes">
        <source>%n requirement(s) or record(s) changed</source>
        <translation>
            <numerusform>%n requirement or record changed</numerusform>
            <numerusform>%n requirements or records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are withheld from this copy</source>
        <translation>
            <numerusform>%n change is withheld from this copy</numerusform>
            <numerusform>%n changes are withheld from this copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more, %n left</source>
        <translation>
            <numerusform>Show more, %n left</numerusform>
            <numerusform>Show more, %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::DecisionForm</name>
    <message numerus="yes">
        <source>%n deferred requirement(s): why they are left out, if you decide without them</source>
        <translation>
            <numerusform>%n deferred requirement: why it is left out, if you decide without it</numerusform>
            <numerusform>%n deferred requirements: why they are left out, if you decide without them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::DecisionView</name>
    <message numerus="yes">
        <source>%n thing(s) that it rests on are not as they were:</source>
        <translation>
            <numerusform>%n thing that it rests on is not as it was:</numerusform>
            <numerusform>%n things that it rests on are not as they were:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::DrawForm</name>
    <message numerus="yes">
        <source>%1 of %2 relevant requirements, in %n chapter(s)</source>
        <translation>
            <numerusform>%1 of %2 relevant requirements, in %n chapter</numerusform>
            <numerusform>%1 of %2 relevant requirements, in %n chapters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::DueStrip</name>
    <message numerus="yes">
        <source>%n due date(s)</source>
        <translation>
            <numerusform>%n due date</numerusform>
            <numerusform>%n due dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::EditDetail</name>
    <message numerus="yes">
        <source>%n change(s) are withheld from this copy</source>
        <translation>
            <numerusform>%n change is withheld from this copy</numerusform>
            <numerusform>%n changes are withheld from this copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show more, %n left</source>
        <translation>
            <numerusform>Show more, %n left</numerusform>
            <numerusform>Show more, %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::FilesForm</name>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>Add %n file</numerusform>
            <numerusform>Add %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken in; the others are here.</source>
        <translation>
            <numerusform>%n file could not be taken in; the others are here.</numerusform>
            <numerusform>%n files could not be taken in; the others are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::FindingFilters</name>
    <message numerus="yes">
        <source>%n nonconformity(ies): %1</source>
        <translation>
            <numerusform>%n nonconformity: %1</numerusform>
            <numerusform>%n nonconformities: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn, in the table only</source>
        <translation>
            <numerusform>%n withdrawn, in the table only</numerusform>
            <numerusform>%n withdrawn, in the table only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fit(s) the filters</source>
        <translation>
            <numerusform>%n fits the filters</numerusform>
            <numerusform>%n fit the filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) still need one, or a reason</source>
        <translation>
            <numerusform>%n rating still needs one, or a reason</numerusform>
            <numerusform>%n ratings still need one, or a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::FindingHistory</name>
    <message numerus="yes">
        <source>%n earlier text(s)</source>
        <translation>
            <numerusform>%n earlier text</numerusform>
            <numerusform>%n earlier texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::FindingPanel</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::HistoryPage</name>
    <message numerus="yes">
        <source>The latest %n edit(s)</source>
        <translation>
            <numerusform>The latest edit</numerusform>
            <numerusform>The latest %n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that name somebody were kept back.</source>
        <translation>
            <numerusform>%n text that names somebody was kept back.</numerusform>
            <numerusform>%n texts that name somebody were kept back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::ImportPage</name>
    <message numerus="yes">
        <source>%n field(s) will change.</source>
        <translation>
            <numerusform>One field will change.</numerusform>
            <numerusform>%n fields will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say something; the whole sheet is one step of undo.</source>
        <translation>
            <numerusform>One row says something; the whole sheet is one step of undo.</numerusform>
            <numerusform>%n rows say something; the whole sheet is one step of undo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::MergePage</name>
    <message numerus="yes">
        <source>%n change(s) came in.</source>
        <translation>
            <numerusform>%n change came in.</numerusform>
            <numerusform>%n changes came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::NamesSection</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n public text(s)</source>
        <translation>
            <numerusform>%n public text</numerusform>
            <numerusform>%n public texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let pass by a second person.</source>
        <translation>
            <numerusform>%n let pass by a second person.</numerusform>
            <numerusform>%n let pass by a second person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::OpenParcelPage</name>
    <message numerus="yes">
        <source>%n of them withheld from this role</source>
        <translation>
            <numerusform>%n of them is withheld from this role</numerusform>
            <numerusform>%n of them are withheld from this role</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal</source>
        <translation>
            <numerusform>%n entry of the journal</numerusform>
            <numerusform>%n entries of the journal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::PreviewPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence come along, %1.</source>
        <translation>
            <numerusform>%n file of evidence comes along, %1.</numerusform>
            <numerusform>%n files of evidence come along, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are in neither copy; what is known of them comes in.</source>
        <translation>
            <numerusform>%n file of evidence is in neither copy; what is known of it comes in.</numerusform>
            <numerusform>%n files of evidence are in neither copy; what is known of them comes in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of people who are not named come without their content.</source>
        <translation>
            <numerusform>%n entry of somebody who is not named comes without its content.</numerusform>
            <numerusform>%n entries of people who are not named come without their content.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of %1 come without their content.</source>
        <translation>
            <numerusform>%n entry of %1 comes without its content.</numerusform>
            <numerusform>%n entries of %1 come without their content.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries that are here without their content get it now.</source>
        <translation>
            <numerusform>%n entry that is here without its content gets it now.</numerusform>
            <numerusform>%n entries that are here without their content get it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n earlier changes it is told now who made them.</source>
        <translation>
            <numerusform>Of %n earlier change it is told now who made it.</numerusform>
            <numerusform>Of %n earlier changes it is told now who made them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::RedactionSheet</name>
    <message numerus="yes">
        <source>In %n places of the text, and withheld in all of them. Where only one is meant, ask for it with the words around it, and have this one withdrawn.</source>
        <translation>
            <numerusform>In one place of the text.</numerusform>
            <numerusform>In %n places of the text, and withheld in all of them. Where only one is meant, ask for it with the words around it, and have this one withdrawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::SidePanel</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::SimilarView</name>
    <message numerus="yes">
        <source>%n pair(s) of findings say nearly the same</source>
        <translation>
            <numerusform>%n pair of findings says nearly the same</numerusform>
            <numerusform>%n pairs of findings say nearly the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What two texts share, in runs of %n words and more, is marked.</source>
        <translation>
            <numerusform>What two texts share, in runs of %n word and more, is marked.</numerusform>
            <numerusform>What two texts share, in runs of %n words and more, is marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is to be looked at twice: no two findings of %n words and more say nearly the same.</source>
        <translation>
            <numerusform>Nothing is to be looked at twice: no two findings of %n word and more say nearly the same.</numerusform>
            <numerusform>Nothing is to be looked at twice: no two findings of %n words and more say nearly the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::StandardsPage</name>
    <message numerus="yes">
        <source>%n entry(s) hold these words</source>
        <translation>
            <numerusform>%n entry holds these words</numerusform>
            <numerusform>%n entries hold these words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::StatusLine</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due this week</source>
        <translation>
            <numerusform>%n due this week</numerusform>
            <numerusform>%n due this week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::TellingSection</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::TextChoice</name>
    <message numerus="yes">
        <source>%n more; search for more words.</source>
        <translation>
            <numerusform>One more; search for more words.</numerusform>
            <numerusform>%n more; search for more words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::ThreadsPanel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::ThreadsView</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::TimelinePage</name>
    <message numerus="yes">
        <source>%1, %n day(s) late</source>
        <translation>
            <numerusform>%1, %n day late</numerusform>
            <numerusform>%1, %n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::TodayPage</name>
    <message numerus="yes">
        <source>%1, %n day(s) late</source>
        <translation>
            <numerusform>%1, %n day late</numerusform>
            <numerusform>%1, %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them critical</source>
        <translation>
            <numerusform>%n of them critical</numerusform>
            <numerusform>%n of them critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requirement(s) not rated</source>
        <translation>
            <numerusform>%n requirement not rated</numerusform>
            <numerusform>%n requirements not rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::TopBar</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::WithheldSection</name>
    <message numerus="yes">
        <source>%1, %n places</source>
        <translation>
            <numerusform>%1, one place</numerusform>
            <numerusform>%1, %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::WithholdForm</name>
    <message numerus="yes">
        <source>Withheld: “%1”, in all %n places where it stands.</source>
        <translation>
            <numerusform>Withheld: “%1”, in the one place where it stands.</numerusform>
            <numerusform>Withheld: “%1”, in all %n places where it stands.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>adit::Workspace</name>
    <message numerus="yes">
        <source>%n relevant requirement(s) not rated</source>
        <translation>
            <numerusform>%n relevant requirement not rated</numerusform>
            <numerusform>%n relevant requirements not rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are withheld in it.</source>
        <translation>
            <numerusform>%n entry of the journal is withheld in it.</numerusform>
            <numerusform>%n entries of the journal are withheld in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) waiting</source>
        <translation>
            <numerusform>%n comment waiting</numerusform>
            <numerusform>%n comments waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more beside it, one for each place.</source>
        <translation>
            <numerusform>One more beside it, for another place.</numerusform>
            <numerusform>%n more beside it, one for each place.</numerusform>
        </translation>
    </message>
</context>
</TS>
