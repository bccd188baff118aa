<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>plotleaf::ClearmlFigure</name>
    <message numerus="yes">
        <source>%n object(s) are not on the server, or not for you</source>
        <translation>
            <numerusform>%n object is not on the server, or not for you</numerusform>
            <numerusform>%n objects are not on the server, or not for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlViewPanel</name>
    <message numerus="yes">
        <source>As on ClearML: %n thing(s) look(s) different there</source>
        <translation>
            <numerusform>As on ClearML: %n thing looks different there</numerusform>
            <numerusform>As on ClearML: %n things look different there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudRefusal</name>
    <message numerus="yes">
        <source>It is about %n minute(s) fast.</source>
        <translation>
            <numerusform>It is about %n minute fast.</numerusform>
            <numerusform>It is about %n minutes fast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is about %n minute(s) slow.</source>
        <translation>
            <numerusform>It is about %n minute slow.</numerusform>
            <numerusform>It is about %n minutes slow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::MergeView</name>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::PlotsTab</name>
    <message numerus="yes">
        <source>Embed each of %n</source>
        <translation>
            <numerusform>Embed each of %n</numerusform>
            <numerusform>Embed each of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportCommands</name>
    <message numerus="yes">
        <source>%n report(s) imported.</source>
        <translation>
            <numerusform>%n report imported.</numerusform>
            <numerusform>%n reports imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written to %1, with %n file(s) beside it</source>
        <translation>
            <numerusform>Written to %1, with %n file beside it</numerusform>
            <numerusform>Written to %1, with %n files beside it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) imported. Pictures that are not in them: %1</source>
        <translation>
            <numerusform>%n report imported. Pictures that are not in it: %1</numerusform>
            <numerusform>%n reports imported. Pictures that are not in them: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportImagesDialog</name>
    <message numerus="yes">
        <source>%n image(s), %1 in all.</source>
        <translation>
            <numerusform>%n image, %1 in all.</numerusform>
            <numerusform>%n images, %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s) that the text does not show?</source>
        <translation>
            <numerusform>Remove %n image that the text does not show?</numerusform>
            <numerusform>Remove %n images that the text does not show?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay: the report on the server shows them.</source>
        <translation>
            <numerusform>%n image stays: the report on the server shows it.</numerusform>
            <numerusform>%n images stay: the report on the server shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::RunChart</name>
    <message numerus="yes">
        <source>%n value(s) at or below zero are not on a logarithmic axis.</source>
        <translation>
            <numerusform>%n value at or below zero is not on a logarithmic axis.</numerusform>
            <numerusform>%n values at or below zero are not on a logarithmic axis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::RunDetail</name>
    <message numerus="yes">
        <source>%n compared</source>
        <translation>
            <numerusform>%n compared</numerusform>
            <numerusform>%n compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::RunGroups</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n run(s))</source>
        <translation>
            <numerusform>%1 (%n run)</numerusform>
            <numerusform>%1 (%n runs)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ScalarPanel</name>
    <message numerus="yes">
        <source>%1 over %n run(s): %2</source>
        <comment>mean over 3 runs: last of loss</comment>
        <translation>
            <numerusform>%1 over %n run: %2</numerusform>
            <numerusform>%1 over %n runs: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ScalarsTab</name>
    <message numerus="yes">
        <source>Embed each of %n</source>
        <translation>
            <numerusform>Embed each of %n</numerusform>
            <numerusform>Embed each of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ServerCheck</name>
    <message numerus="yes">
        <source>the server&apos;s clock is %n minute(s) ahead of this one; Plotleaf copes with that</source>
        <translation>
            <numerusform>the server&apos;s clock is %n minute ahead of this one; Plotleaf copes with that</numerusform>
            <numerusform>the server&apos;s clock is %n minutes ahead of this one; Plotleaf copes with that</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the server&apos;s clock is %n minute(s) behind this one; Plotleaf copes with that</source>
        <translation>
            <numerusform>the server&apos;s clock is %n minute behind this one; Plotleaf copes with that</numerusform>
            <numerusform>the server&apos;s clock is %n minutes behind this one; Plotleaf copes with that</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n report(s)</source>
        <translation>
            <numerusform>more than %n report</numerusform>
            <numerusform>more than %n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncResult</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are not on the server any more. Nothing is deleted here until you say so: --accept-removals</source>
        <translation>
            <numerusform>%n report is not on the server any more. Nothing is deleted here until you say so: --accept-removals</numerusform>
            <numerusform>%n reports are not on the server any more. Nothing is deleted here until you say so: --accept-removals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::TableReader</name>
    <message numerus="yes">
        <source>%1: %n line(s) cannot be read, the first is line %2</source>
        <translation>
            <numerusform>%1: %n line cannot be read, it is line %2</numerusform>
            <numerusform>%1: %n lines cannot be read, the first is line %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::TensorboardRun</name>
    <message numerus="yes">
        <source>%1: %n damaged record(s) skipped</source>
        <translation>
            <numerusform>%1: %n damaged record skipped</numerusform>
            <numerusform>%1: %n damaged records skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::VersionsDialog</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::WandbRun</name>
    <message numerus="yes">
        <source>%1: %n damaged record(s) skipped</source>
        <translation>
            <numerusform>%1: %n damaged record skipped</numerusform>
            <numerusform>%1: %n damaged records skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceController</name>
    <message numerus="yes">
        <source>Take %n report(s) of “%1” from this computer too?</source>
        <translation>
            <numerusform>Take %n report of “%1” from this computer too?</numerusform>
            <numerusform>Take %n reports of “%1” from this computer too?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceListCommand</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n not read yet</numerusform>
            <numerusform>%n not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n in conflict</numerusform>
            <numerusform>%n in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceState</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait(s) to be sent.</source>
        <translation>
            <numerusform>%n change waits to be sent.</numerusform>
            <numerusform>%n changes wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) has/have still to be read.</source>
        <translation>
            <numerusform>%n text has still to be read.</numerusform>
            <numerusform>%n texts have still to be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) was/were changed here and on the server in the same lines and has/have to be merged by you.</source>
        <translation>
            <numerusform>%n report was changed here and on the server in the same lines and has to be merged by you.</numerusform>
            <numerusform>%n reports were changed here and on the server in the same lines and have to be merged by you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are refused by the server.</source>
        <translation>
            <numerusform>%n report is refused by the server.</numerusform>
            <numerusform>%n reports are refused by the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are not on the server any more. Nothing is deleted here until you say so.</source>
        <translation>
            <numerusform>%n report is not on the server any more. Nothing is deleted here until you say so.</numerusform>
            <numerusform>%n reports are not on the server any more. Nothing is deleted here until you say so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n waiting</source>
        <translation>
            <numerusform>Offline, %n waiting</numerusform>
            <numerusform>Offline, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Online, %n waiting</source>
        <translation>
            <numerusform>Online, %n waiting</numerusform>
            <numerusform>Online, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are held up and is/are tried again:</source>
        <translation>
            <numerusform>%n report is held up and is tried again:</numerusform>
            <numerusform>%n reports are held up and are tried again:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::reportFiles</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
