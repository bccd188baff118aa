<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
