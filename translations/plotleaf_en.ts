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
    <name>plotleaf::ReportCommands</name>
    <message numerus="yes">
        <source>%n report(s) imported. Pictures that were not found: %1</source>
        <translation>
            <numerusform>%n report imported. Pictures that were not found: %1</numerusform>
            <numerusform>%n reports imported. Pictures that were not found: %1</numerusform>
        </translation>
    </message>
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
