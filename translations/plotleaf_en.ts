<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>plotleaf::FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelDialog</name>
    <message numerus="yes">
        <source>%n run(s) found</source>
        <translation>
            <numerusform>%n run found</numerusform>
            <numerusform>%n runs found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportStatusLine</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n selected</source>
        <translation>
            <numerusform> · %n selected</numerusform>
            <numerusform> · %n selected</numerusform>
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
</TS>
