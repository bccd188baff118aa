<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>plotleaf::RunSources</name>
    <message>
        <source>No source of runs is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
