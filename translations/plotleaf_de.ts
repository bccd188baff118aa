<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>main</name>
    <message>
        <source>Plotleaf is open already and is busy. What you opened will be there when it answers again.</source>
        <translation>Plotleaf ist schon offen und beschäftigt. Was Sie geöffnet haben, ist da, sobald es wieder antwortet.</translation>
    </message>
</context>
<context>
    <name>plotleaf::AboutDialog</name>
    <message>
        <source>Plotleaf %1</source>
        <translation>Plotleaf %1</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Web engine %1, Chromium %2 with security patches up to %3</source>
        <translation>Web-Engine %1, Chromium %2 mit Sicherheitskorrekturen bis %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>About Plotleaf</source>
        <translation>Über Plotleaf</translation>
    </message>
    <message>
        <source>A report editor for people who train models.
It works with no network and with no server.</source>
        <translation>Ein Berichtseditor für alle, die Modelle trainieren.
Er kommt ohne Netz und ohne Server aus.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>Versionen &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>plotleaf::AddCloudKeyDialog</name>
    <message>
        <source>An HMAC key: Cloud Storage, Settings, Interoperability.</source>
        <translation>Ein HMAC-Schlüssel: Cloud Storage, Einstellungen, Interoperabilität.</translation>
    </message>
    <message>
        <source>A SAS token that may read is enough, and opens less than the account&apos;s key.</source>
        <translation>Ein SAS-Token, das lesen darf, reicht und öffnet weniger als der Schlüssel des Kontos.</translation>
    </message>
    <message>
        <source>A key that may only read is enough.</source>
        <translation>Ein Schlüssel, der nur lesen darf, reicht.</translation>
    </message>
    <message>
        <source>Amazon S3</source>
        <translation>Amazon S3</translation>
    </message>
    <message>
        <source>Other S3 (MinIO, Ceph, …)</source>
        <translation>Anderes S3 (MinIO, Ceph, …)</translation>
    </message>
    <message>
        <source>Google Cloud Storage</source>
        <translation>Google Cloud Storage</translation>
    </message>
    <message>
        <source>Azure Blob Storage</source>
        <translation>Azure Blob Storage</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>It speaks &amp;http only: nothing that is sent is encrypted</source>
        <translation>Er s&amp;pricht nur http: nichts, was gesendet wird, ist verschlüsselt</translation>
    </message>
    <message>
        <source>S&amp;tore</source>
        <translation>Speich&amp;er</translation>
    </message>
    <message>
        <source>Ser&amp;ver and port</source>
        <translation>Ser&amp;ver und Port</translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation>K&amp;onto</translation>
    </message>
    <message>
        <source>&amp;Bucket</source>
        <translation>&amp;Bucket</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>Re&amp;gion</translation>
    </message>
    <message>
        <source>Access &amp;key</source>
        <translation>&amp;Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>Ge&amp;heimnis</translation>
    </message>
    <message>
        <source>Session toke&amp;n</source>
        <translation>Sitzungs-Toke&amp;n</translation>
    </message>
    <message>
        <source>empty: all that the key opens</source>
        <translation>leer: alle, die der Schlüssel öffnet</translation>
    </message>
    <message>
        <source>empty: found out</source>
        <translation>leer: wird herausgefunden</translation>
    </message>
    <message>
        <source>only of keys that end by themselves</source>
        <translation>nur bei Schlüsseln, die von selbst ablaufen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>account key, or SAS token</source>
        <translation>Schlüssel des Kontos oder SAS-Token</translation>
    </message>
    <message>
        <source>The server is missing.</source>
        <translation>Der Server fehlt.</translation>
    </message>
    <message>
        <source>The account is missing.</source>
        <translation>Das Konto fehlt.</translation>
    </message>
    <message>
        <source>Key and secret are needed.</source>
        <translation>Schlüssel und Geheimnis werden gebraucht.</translation>
    </message>
    <message>
        <source>“%1” is no region.</source>
        <translation>„%1“ ist keine Region.</translation>
    </message>
</context>
<context>
    <name>plotleaf::AddWorkspaceDialog</name>
    <message>
        <source>Add a ClearML server</source>
        <translation>Einen ClearML-Server hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Look for it</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Read clearml.con&amp;f…</source>
        <translation>clearml.con&amp;f lesen…</translation>
    </message>
    <message>
        <source>The secret key goes into this system&apos;s key store. Where there is none, you will be asked for it at each start; it is never written to a file of Plotleaf.</source>
        <translation>Der geheime Schlüssel kommt in den Schlüsselspeicher dieses Systems. Gibt es keinen, wird bei jedem Start danach gefragt; in eine Datei von Plotleaf wird er nie geschrieben.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>https://app.clear.ml, or the whole text that ClearML shows under “Create new credentials”</source>
        <translation>https://app.clear.ml oder der ganze Text, den ClearML unter „Create new credentials“ zeigt</translation>
    </message>
    <message>
        <source>&amp;Address, or pasted configuration</source>
        <translation>&amp;Adresse oder eingefügte Konfiguration</translation>
    </message>
    <message>
        <source>Access &amp;key, or user name</source>
        <translation>Zugangs&amp;schlüssel oder Benutzername</translation>
    </message>
    <message>
        <source>&amp;Secret key, or password</source>
        <translation>&amp;Geheimer Schlüssel oder Passwort</translation>
    </message>
    <message>
        <source>How you want to call it, such as “prod”</source>
        <translation>Wie er heißen soll, etwa „prod“</translation>
    </message>
    <message>
        <source>&amp;Name in Plotleaf</source>
        <translation>&amp;Name in Plotleaf</translation>
    </message>
    <message>
        <source>Read clearml.conf</source>
        <translation>clearml.conf lesen</translation>
    </message>
    <message>
        <source>ClearML configuration (*.conf);;All files (*)</source>
        <translation>ClearML-Konfiguration (*.conf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>Der Server wird gesucht…</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API: %1</translation>
    </message>
    <message>
        <source>This configuration switches the check of certificates off. Plotleaf checks, and asks you where one is not valid.</source>
        <translation>Diese Konfiguration schaltet die Prüfung von Zertifikaten ab. Plotleaf prüft und fragt nach, wo eines nicht gültig ist.</translation>
    </message>
    <message>
        <source>Found: API %1, files %2.</source>
        <translation>Gefunden: API %1, Dateien %2.</translation>
    </message>
    <message>
        <source>This server has users with passwords: your name and password.</source>
        <translation>Dieser Server hat Benutzer mit Passwörtern: Ihr Name und Ihr Passwort.</translation>
    </message>
    <message>
        <source>Make a key pair in its web app: Settings, Workspace, Create new credentials.</source>
        <translation>Legen Sie in seiner Web-App ein Schlüsselpaar an: Settings, Workspace, Create new credentials.</translation>
    </message>
    <message>
        <source>Accept this certificate only when its fingerprint is the one that whoever runs the server told you:
%1</source>
        <translation>Nehmen Sie dieses Zertifikat nur an, wenn sein Fingerabdruck der ist, den Ihnen der Betreiber des Servers genannt hat:
%1</translation>
    </message>
    <message>
        <source>Accept this certificate</source>
        <translation>Dieses Zertifikat annehmen</translation>
    </message>
    <message>
        <source>The certificate is accepted for this server. Go on.</source>
        <translation>Das Zertifikat ist für diesen Server angenommen. Machen Sie weiter.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Look for the server first.</source>
        <translation>Suchen Sie zuerst den Server.</translation>
    </message>
    <message>
        <source>Key and secret are needed.</source>
        <translation>Schlüssel und Geheimnis werden gebraucht.</translation>
    </message>
    <message>
        <source>The server needs a name.</source>
        <translation>Der Server braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is already a server called “%1”.</source>
        <translation>Es gibt schon einen Server namens „%1“.</translation>
    </message>
    <message>
        <source>Keep its keys to cloud storage, too: %1</source>
        <translation>Auch die Schlüssel zum Cloud-Speicher darin behalten: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::AskingSecrets</name>
    <message>
        <source>Secret key, or password, of %1 at %2:</source>
        <translation>Geheimer Schlüssel oder Passwort von %1 auf %2:</translation>
    </message>
    <message>
        <source>No secret key was given.</source>
        <translation>Es wurde kein geheimer Schlüssel angegeben.</translation>
    </message>
</context>
<context>
    <name>plotleaf::AssetInserter</name>
    <message>
        <source>The pasted picture cannot be read.</source>
        <translation>Das eingefügte Bild ist nicht lesbar.</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB.</source>
        <translation>%1 ist größer als %2 MB.</translation>
    </message>
</context>
<context>
    <name>plotleaf::AssetStore</name>
    <message>
        <source>This report is published; its files stay as they are.</source>
        <translation>Dieser Bericht ist veröffentlicht; seine Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>plotleaf::BlockCommands</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::BlockedImagesNotice</name>
    <message>
        <source>Load for this report</source>
        <translation>Für diesen Bericht laden</translation>
    </message>
    <message>
        <source>Always from these sites</source>
        <translation>Immer von diesen Seiten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>One image comes from the web and is not loaded yet: %1</source>
        <translation>Ein Bild kommt aus dem Netz und ist noch nicht geladen: %1</translation>
    </message>
    <message>
        <source>%1 images come from the web and are not loaded yet: %2</source>
        <translation>%1 Bilder kommen aus dem Netz und sind noch nicht geladen: %2</translation>
    </message>
    <message>
        <source>Always from this site</source>
        <translation>Immer von dieser Seite</translation>
    </message>
</context>
<context>
    <name>plotleaf::ChartControls</name>
    <message>
        <source>X axis</source>
        <translation>x-Achse</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time from start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Smoothing: an exponential mean with this weight, as TensorBoard draws it. The values themselves stay visible behind it.</source>
        <translation>Glättung: ein exponentieller Mittelwert mit diesem Gewicht, wie TensorBoard ihn zeichnet. Die Werte selbst bleiben dahinter sichtbar.</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>&amp;Glättung</translation>
    </message>
    <message>
        <source>&amp;X axis</source>
        <translation>&amp;x-Achse</translation>
    </message>
</context>
<context>
    <name>plotleaf::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Click to hide %1</source>
        <translation>Klicken blendet %1 aus</translation>
    </message>
    <message>
        <source>Click to show %1</source>
        <translation>Klicken zeigt %1</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
</context>
<context>
    <name>plotleaf::CheatSheet</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Headings, levels 1 to 6</source>
        <translation>Überschriften, Ebene 1 bis 6</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>Hervorhebung</translation>
    </message>
    <message>
        <source>Code in a line</source>
        <translation>Code in der Zeile</translation>
    </message>
    <message>
        <source>Link; paste an address over selected words</source>
        <translation>Link; einfach eine Adresse über markierte Wörter einfügen</translation>
    </message>
    <message>
        <source>Image; paste or drop one</source>
        <translation>Bild; einfügen oder hineinziehen</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Fußnote</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>List; 1. numbers it, Tab goes deeper</source>
        <translation>Liste; 1. nummeriert, Tab rückt ein</translation>
    </message>
    <message>
        <source>Task list; boxes can be clicked</source>
        <translation>Aufgabenliste; die Kästchen lassen sich anklicken</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Box: NOTE, TIP, IMPORTANT, WARNING, CAUTION</source>
        <translation>Kasten: NOTE, TIP, IMPORTANT, WARNING, CAUTION</translation>
    </message>
    <message>
        <source>Code block with its language</source>
        <translation>Codeblock mit Angabe der Sprache</translation>
    </message>
    <message>
        <source>Table; the colon says how a column is aligned</source>
        <translation>Tabelle; der Doppelpunkt bestimmt die Ausrichtung der Spalte</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Trennlinie</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>Wissenschaft</translation>
    </message>
    <message>
        <source>Formula in a line, and on its own</source>
        <translation>Formel in der Zeile und abgesetzt</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Live plot of the runs in a folder</source>
        <translation>Live-Plot der Läufe in einem Ordner</translation>
    </message>
    <message>
        <source>Markdown at a glance</source>
        <translation>Markdown auf einen Blick</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlAssets</name>
    <message>
        <source>Too many files are called “%1”.</source>
        <translation>Zu viele Dateien heißen „%1“.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a file of this server.</source>
        <translation>„%1“ ist keine Adresse einer Datei dieses Servers.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlClient</name>
    <message>
        <source>The report is published on the server; its text is locked.</source>
        <translation>Der Bericht ist auf dem Server veröffentlicht; sein Text ist gesperrt.</translation>
    </message>
    <message>
        <source>What has this id on the server is not a report.</source>
        <translation>Was auf dem Server diese Kennung trägt, ist kein Bericht.</translation>
    </message>
    <message>
        <source>The server does not accept these credentials.</source>
        <translation>Der Server nimmt diese Zugangsdaten nicht an.</translation>
    </message>
    <message>
        <source>The server does not allow this: it is an example, or you lack the right.</source>
        <translation>Der Server erlaubt das nicht: Es ist ein Beispiel, oder Ihnen fehlt das Recht.</translation>
    </message>
    <message>
        <source>The server does not know this function; reports need ClearML 1.9 or newer.</source>
        <translation>Der Server kennt diese Funktion nicht; Berichte brauchen ClearML 1.9 oder neuer.</translation>
    </message>
    <message>
        <source>The server, or a proxy before it, refuses something this large.</source>
        <translation>Der Server oder ein Proxy davor lehnt etwas so Großes ab.</translation>
    </message>
    <message>
        <source>The server asks to be left alone for a while.</source>
        <translation>Der Server bittet um eine Pause.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full.</source>
        <translation>Die Platte des Servers ist voll.</translation>
    </message>
    <message>
        <source>The server failed (%1).</source>
        <translation>Der Server ist gescheitert (%1).</translation>
    </message>
    <message>
        <source>The server refused this: %1</source>
        <translation>Der Server hat das abgelehnt: %1</translation>
    </message>
    <message>
        <source>What answers at this address is not a ClearML server.</source>
        <translation>Was unter dieser Adresse antwortet, ist kein ClearML-Server.</translation>
    </message>
    <message>
        <source>This address leads on to %1.</source>
        <translation>Diese Adresse führt weiter zu %1.</translation>
    </message>
    <message>
        <source>The file is not on the server.</source>
        <translation>Die Datei ist nicht auf dem Server.</translation>
    </message>
    <message>
        <source>The server answered with a token that is none.</source>
        <translation>Der Server hat mit einem Token geantwortet, das keines ist.</translation>
    </message>
    <message>
        <source>%1 refuses the file (%2)</source>
        <translation>%1 nimmt die Datei nicht an (%2)</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlConfig</name>
    <message>
        <source>Nothing in this text speaks of a ClearML server.</source>
        <translation>Nichts in diesem Text spricht von einem ClearML-Server.</translation>
    </message>
    <message>
        <source>Line %1 of the configuration cannot be read.</source>
        <translation>Zeile %1 der Konfiguration ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The configuration is nested too deep.</source>
        <translation>Die Konfiguration ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This is too large for a configuration.</source>
        <translation>Das ist zu groß für eine Konfiguration.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlDifferences</name>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Fußnote</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Link to a heading</source>
        <translation>Verweis auf eine Überschrift</translation>
    </message>
    <message>
        <source>Link to a report</source>
        <translation>Verweis auf einen Bericht</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Text behind a frame</source>
        <translation>Text hinter einem Rahmen</translation>
    </message>
    <message>
        <source>Its source is shown: the web app draws no formulas.</source>
        <translation>Man sieht ihren Quelltext: die Web-App zeichnet keine Formeln.</translation>
    </message>
    <message>
        <source>Its source is shown as code.</source>
        <translation>Man sieht den Quelltext als Code.</translation>
    </message>
    <message>
        <source>Its description is shown as code. ClearML&apos;s own widgets are frames.</source>
        <translation>Man sieht seine Beschreibung als Code. Widgets von ClearML sind Rahmen.</translation>
    </message>
    <message>
        <source>There are no footnotes: it becomes a link that leads nowhere.</source>
        <translation>Dort gibt es keine Fußnoten: daraus wird ein Verweis, der nirgendwohin führt.</translation>
    </message>
    <message>
        <source>The word itself is shown.</source>
        <translation>Man sieht das Wort selbst.</translation>
    </message>
    <message>
        <source>It is a plain quotation that begins with its mark.</source>
        <translation>Es ist ein einfaches Zitat, das mit seiner Marke beginnt.</translation>
    </message>
    <message>
        <source>Headings have no anchors there: the link leads nowhere.</source>
        <translation>Überschriften haben dort keine Anker: der Verweis führt nirgendwohin.</translation>
    </message>
    <message>
        <source>It leads to a report on this computer, which others do not have.</source>
        <translation>Er führt zu einem Bericht auf diesem Rechner, den andere nicht haben.</translation>
    </message>
    <message>
        <source>It is on this computer only.</source>
        <translation>Es ist nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>It is not highlighted: behind the fence stands more than the language.</source>
        <translation>Er wird nicht hervorgehoben: hinter dem Zaun steht mehr als die Sprache.</translation>
    </message>
    <message>
        <source>It stays empty: only widgets of the report&apos;s own server are shown.</source>
        <translation>Er bleibt leer: nur Widgets des eigenen Servers werden gezeigt.</translation>
    </message>
    <message>
        <source>It stays empty: an address of old, without the slash behind “widgets”.</source>
        <translation>Er bleibt leer: eine Adresse von früher, ohne den Schrägstrich hinter „widgets“.</translation>
    </message>
    <message>
        <source>Options for Plotleaf have no effect there.</source>
        <translation>Optionen für Plotleaf wirken dort nicht.</translation>
    </message>
    <message>
        <source>Another frame has the same name: the web app&apos;s editor does not save the report.</source>
        <translation>Ein anderer Rahmen heißt genauso: der Editor der Web-App speichert den Bericht nicht.</translation>
    </message>
    <message>
        <source>It is shown as it is written, since no blank line comes before it.</source>
        <translation>Er erscheint so, wie er geschrieben ist, weil keine leere Zeile davor steht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlDiscovery</name>
    <message>
        <source>%1: the API answers</source>
        <translation>%1: Die API antwortet</translation>
    </message>
    <message>
        <source>No ClearML server was found at %1.</source>
        <translation>Bei %1 wurde kein ClearML-Server gefunden.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>„%1“ ist nicht die Adresse eines Servers.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlEmbed</name>
    <message>
        <source>Nothing is chosen that a widget could show.</source>
        <translation>Es ist nichts gewählt, was ein Widget zeigen könnte.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlFigure</name>
    <message numerus="yes">
        <source>%n object(s) are not on the server, or not for you</source>
        <translation>
            <numerusform>%n Objekt ist nicht auf dem Server oder nicht für Sie sichtbar</numerusform>
            <numerusform>%n Objekte sind nicht auf dem Server oder nicht für Sie sichtbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>The query of this widget matches nothing on the server.</source>
        <translation>Auf die Abfrage dieses Widgets passt auf dem Server nichts.</translation>
    </message>
    <message>
        <source>Not on the server</source>
        <translation>Nicht auf dem Server</translation>
    </message>
    <message>
        <source>What this widget shows was deleted, or you may not see it: %1</source>
        <translation>Was dieses Widget zeigt, wurde gelöscht, oder Sie dürfen es nicht sehen: %1</translation>
    </message>
    <message>
        <source>No such data</source>
        <translation>Keine solchen Daten</translation>
    </message>
    <message>
        <source>“%1” has nothing of this kind.</source>
        <translation>„%1“ hat nichts von dieser Art.</translation>
    </message>
    <message>
        <source>“%1” has no “%2”.</source>
        <translation>„%1“ hat kein „%2“.</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>%1 (iteration %2)</source>
        <translation>%1 (Iteration %2)</translation>
    </message>
    <message>
        <source>Other plots of this widget: %1</source>
        <translation>Andere Plots dieses Widgets: %1</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Wall Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>%1 From Start</source>
        <translation>%1 seit dem Start</translation>
    </message>
    <message>
        <source>[no name]</source>
        <translation>[ohne Namen]</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>This widget cannot be shown</source>
        <translation>Dieses Widget lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>The file is on the computer that made it: %1</source>
        <translation>Die Datei liegt auf dem Rechner, der sie erzeugt hat: %1</translation>
    </message>
    <message>
        <source>The file cannot be fetched</source>
        <translation>Die Datei lässt sich nicht holen</translation>
    </message>
    <message>
        <source>Films of this kind (.%1) cannot be played here.</source>
        <translation>Filme dieser Art (.%1) lassen sich hier nicht abspielen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlMend</name>
    <message>
        <source>Without a blank line between, ClearML shows what stands behind the frame as plain text.</source>
        <translation>Ohne leere Zeile dazwischen zeigt ClearML, was hinter dem Rahmen steht, als bloßen Text.</translation>
    </message>
    <message>
        <source>Another frame has the same name: ClearML refuses to save the report.</source>
        <translation>Ein anderer Rahmen heißt genauso: ClearML speichert den Bericht nicht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlProjects</name>
    <message>
        <source>There is no project “%1” on the server.</source>
        <translation>Auf dem Server gibt es kein Projekt „%1“.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlReports</name>
    <message>
        <source>The report is not on the server.</source>
        <translation>Der Bericht ist nicht auf dem Server.</translation>
    </message>
    <message>
        <source>The list of reports cannot go on from there.</source>
        <translation>Die Liste der Berichte lässt sich von dort nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The server answered without reports.</source>
        <translation>Der Server hat ohne Berichte geantwortet.</translation>
    </message>
    <message>
        <source>The server made a report and did not say which.</source>
        <translation>Der Server hat einen Bericht angelegt und nicht gesagt, welchen.</translation>
    </message>
    <message>
        <source>Only a report in the archive can be deleted.</source>
        <translation>Nur ein Bericht im Archiv kann gelöscht werden.</translation>
    </message>
    <message>
        <source>The text is larger than a ClearML server can keep.</source>
        <translation>Der Text ist größer, als ein ClearML-Server behalten kann.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlRunQuery</name>
    <message>
        <source>A panel cannot sort by ClearML&apos;s “%1”.</source>
        <translation>Ein Panel kann nicht nach „%1“ von ClearML sortieren.</translation>
    </message>
    <message>
        <source>ClearML cannot sort by “%1”.</source>
        <translation>ClearML kann nicht nach „%1“ sortieren.</translation>
    </message>
    <message>
        <source>The frame names no task and no filter.</source>
        <translation>Der Rahmen nennt keine Aufgabe und keinen Filter.</translation>
    </message>
    <message>
        <source>A panel cannot choose runs by ClearML&apos;s “%1=%2”.</source>
        <translation>Ein Panel kann Läufe nicht mit „%1=%2“ von ClearML auswählen.</translation>
    </message>
    <message>
        <source>There is no project “%1”.</source>
        <translation>Ein Projekt „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>Einen Benutzer „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Tags that are combined like this cannot be said: %1.</source>
        <translation>So verknüpfte Schlagwörter lassen sich nicht ausdrücken: %1.</translation>
    </message>
    <message>
        <source>ClearML&apos;s “%1” is only a part of what Plotleaf calls “%2”: %3.</source>
        <translation>„%1“ von ClearML ist nur ein Teil dessen, was in Plotleaf „%2“ heißt: %3.</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>ClearML cannot be asked twice for “%1”.</source>
        <translation>ClearML lässt sich nicht zweimal nach „%1“ fragen.</translation>
    </message>
    <message>
        <source>The server has no %1 called “%2”.</source>
        <translation>Auf dem Server heißt nichts dieser Art (%1) „%2“.</translation>
    </message>
    <message>
        <source>ClearML cannot be asked for “%1”.</source>
        <translation>ClearML lässt sich nicht nach „%1“ fragen.</translation>
    </message>
    <message>
        <source>ClearML cannot be asked for one of several tags and for all of others at once.</source>
        <translation>ClearML lässt sich nicht zugleich nach einem von mehreren Schlagwörtern und nach allen von anderen fragen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlServers</name>
    <message>
        <source>The address of %1 has a name or a password in it, which would be kept where everybody can read it. Take it out; an access key and its secret sign in.</source>
        <translation>In der Adresse von %1 stehen ein Name oder ein Passwort, die dort jeder lesen könnte. Nehmen Sie sie heraus; zum Anmelden dienen Zugangsschlüssel und Geheimnis.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlSource</name>
    <message>
        <source>Only the %1 tasks changed last are listed</source>
        <translation>Nur die %1 zuletzt geänderten Tasks sind aufgeführt</translation>
    </message>
    <message>
        <source>The task has no metric “%1”.</source>
        <translation>Der Task hat keine Metrik „%1“.</translation>
    </message>
    <message>
        <source>A sample of “%1” cannot be fetched: %2</source>
        <translation>Ein Beispiel von „%1“ ist nicht zu holen: %2</translation>
    </message>
    <message>
        <source>Which samples the tasks have is not known: %1</source>
        <translation>Welche Beispiele die Aufgaben haben, ist nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlView</name>
    <message>
        <source>An empty frame: the web app shows only its own server&apos;s widgets.</source>
        <translation>Ein leerer Rahmen: die Web-App zeigt nur Widgets ihres eigenen Servers.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlViewPanel</name>
    <message>
        <source>As on ClearML</source>
        <translation>Wie auf ClearML</translation>
    </message>
    <message>
        <source>Back to the usual preview</source>
        <translation>Zurück zur gewohnten Vorschau</translation>
    </message>
    <message>
        <source>What looks different on ClearML</source>
        <translation>Was auf ClearML anders aussieht</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What ClearML shows</source>
        <translation>Was ClearML zeigt</translation>
    </message>
    <message>
        <source>As on ClearML: everything is shown as here</source>
        <translation>Wie auf ClearML: alles sieht dort aus wie hier</translation>
    </message>
    <message numerus="yes">
        <source>As on ClearML: %n thing(s) look(s) different there</source>
        <translation>
            <numerusform>Wie auf ClearML: %n Stelle sieht dort anders aus</numerusform>
            <numerusform>Wie auf ClearML: %n Stellen sehen dort anders aus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlWidget</name>
    <message>
        <source>This frame is not a widget of a ClearML server.</source>
        <translation>Dieser Rahmen ist kein Widget eines ClearML-Servers.</translation>
    </message>
    <message>
        <source>This frame names no task and no filter: it would ask for every task on the server.</source>
        <translation>Dieser Rahmen nennt weder Task noch Filter: Er würde nach jedem Task auf dem Server fragen.</translation>
    </message>
    <message>
        <source>This is not a single frame.</source>
        <translation>Das ist nicht ein einzelner Rahmen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ClearmlWorkspace</name>
    <message>
        <source>“%1” is not a ClearML server that can be reached. Remove it and add it again.</source>
        <translation>„%1“ ist kein ClearML-Server, der sich erreichen lässt. Entfernen Sie ihn und fügen Sie ihn wieder hinzu.</translation>
    </message>
    <message>
        <source>The certificates in %1 cannot be read.</source>
        <translation>Die Zertifikate in %1 sind nicht lesbar.</translation>
    </message>
    <message>
        <source>There are no certificates (PEM) in %1.</source>
        <translation>In %1 sind keine Zertifikate (PEM).</translation>
    </message>
    <message>
        <source>The secret key of “%1” is not in this system&apos;s key store.</source>
        <translation>Der geheime Schlüssel von „%1“ ist nicht im Schlüsselspeicher dieses Systems.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudAddress</name>
    <message>
        <source>The file&apos;s address in the cloud store makes no sense: %1</source>
        <translation>Die Adresse der Datei im Cloud-Speicher ergibt keinen Sinn: %1</translation>
    </message>
    <message>
        <source>it names no file.</source>
        <translation>Sie nennt keine Datei.</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>Sie ist zu lang.</translation>
    </message>
    <message>
        <source>there are control characters in it.</source>
        <translation>Es sind Steuerzeichen darin.</translation>
    </message>
    <message>
        <source>it points out of its folder.</source>
        <translation>Sie führt aus ihrem Ordner hinaus.</translation>
    </message>
    <message>
        <source>all buckets</source>
        <translation>alle Buckets</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>bucket, server</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>there is a name or a password in it.</source>
        <translation>Es steht ein Name oder ein Kennwort darin.</translation>
    </message>
    <message>
        <source>“%1” is no server with its port.</source>
        <translation>„%1“ ist kein Server mit seinem Port.</translation>
    </message>
    <message>
        <source>“%1” is no bucket.</source>
        <translation>„%1“ ist kein Bucket.</translation>
    </message>
    <message>
        <source>it is of no store that Plotleaf knows.</source>
        <translation>Plotleaf kennt diesen Speicher nicht.</translation>
    </message>
    <message>
        <source>it names no bucket.</source>
        <translation>Sie nennt keinen Bucket.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudFiles</name>
    <message>
        <source>It was asked over https. If it speaks http only, say so in Settings &gt; Cloud storage.</source>
        <translation>Er wurde über https gefragt. Wenn er nur http spricht, geben Sie das unter Einstellungen &gt; Cloud-Speicher an.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudKey</name>
    <message>
        <source>This version of Plotleaf does not know this cloud store.</source>
        <translation>Diese Version von Plotleaf kennt diesen Cloud-Speicher nicht.</translation>
    </message>
    <message>
        <source>The file is in a cloud store, and Plotleaf has no key for %1. Give it one: Settings &gt; Cloud storage.</source>
        <translation>Die Datei ist in einem Cloud-Speicher, und Plotleaf hat keinen Schlüssel für %1. Geben Sie ihm einen: Einstellungen &gt; Cloud-Speicher.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudKeys</name>
    <message>
        <source>Which keys there are to cloud stores cannot be read.</source>
        <translation>Welche Schlüssel zu Cloud-Speichern es gibt, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The secret of the key for %1 is not in this system&apos;s key store. Give it once more: Settings &gt; Cloud storage.</source>
        <translation>Das Geheimnis des Schlüssels für %1 ist nicht im Schlüsselspeicher dieses Systems. Geben Sie es noch einmal ein: Einstellungen &gt; Cloud-Speicher.</translation>
    </message>
    <message>
        <source>The key for %1 is removed, but its secret may still be in this system&apos;s key store. %2</source>
        <translation>Der Schlüssel für %1 ist entfernt, aber sein Geheimnis ist vielleicht noch im Schlüsselspeicher dieses Systems. %2</translation>
    </message>
    <message>
        <source>The secret of the key for %1 cannot be read: %2. Unlock the key store, or give the key once more: Settings &gt; Cloud storage.</source>
        <translation>Das Geheimnis des Schlüssels für %1 kann nicht gelesen werden: %2. Entsperren Sie den Schlüsselspeicher, oder geben Sie den Schlüssel noch einmal ein: Einstellungen &gt; Cloud-Speicher.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudRefusal</name>
    <message>
        <source>the SAS token</source>
        <translation>das SAS-Token</translation>
    </message>
    <message>
        <source>the key %1</source>
        <translation>den Schlüssel %1</translation>
    </message>
    <message>
        <source>There is no bucket %1.</source>
        <translation>Es gibt keinen Bucket %1.</translation>
    </message>
    <message>
        <source>The file is not in %1 (any more).</source>
        <translation>Die Datei ist nicht (mehr) in %1.</translation>
    </message>
    <message>
        <source>%1 does not know %2.</source>
        <translation>%1 kennt %2 nicht.</translation>
    </message>
    <message>
        <source>%1 does not accept the secret of %2.</source>
        <translation>%1 nimmt das Geheimnis nicht an für: %2.</translation>
    </message>
    <message>
        <source>%1 does not accept the session token of %2: it has ended, or is not valid.</source>
        <translation>%1 nimmt das Sitzungs-Token nicht an für: %2. Es ist abgelaufen oder ungültig.</translation>
    </message>
    <message>
        <source>%1 does not let %2 read the file.</source>
        <translation>%1 lässt %2 die Datei nicht lesen.</translation>
    </message>
    <message>
        <source>%1 refuses the file because the clock of this computer is wrong.</source>
        <translation>%1 verweigert die Datei, weil die Uhr dieses Computers falsch geht.</translation>
    </message>
    <message>
        <source>See Settings &gt; Cloud storage.</source>
        <translation>Siehe Einstellungen &gt; Cloud-Speicher.</translation>
    </message>
    <message>
        <source>%1 is in the region %2. Give the key this region: Settings &gt; Cloud storage.</source>
        <translation>%1 ist in der Region %2. Geben Sie dem Schlüssel diese Region: Einstellungen &gt; Cloud-Speicher.</translation>
    </message>
    <message>
        <source>%1 does not give the file (%2).</source>
        <translation>%1 gibt die Datei nicht heraus (%2).</translation>
    </message>
    <message>
        <source>%1 does not accept %2.</source>
        <translation>%1 nimmt %2 nicht an.</translation>
    </message>
    <message numerus="yes">
        <source>It is about %n minute(s) fast.</source>
        <translation>
            <numerusform>Sie geht etwa %n Minute vor.</numerusform>
            <numerusform>Sie geht etwa %n Minuten vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is about %n minute(s) slow.</source>
        <translation>
            <numerusform>Sie geht etwa %n Minute nach.</numerusform>
            <numerusform>Sie geht etwa %n Minuten nach.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudRequest</name>
    <message>
        <source>What is kept for %1 is neither an account key nor a SAS token.</source>
        <translation>Was für %1 hinterlegt ist, ist weder der Schlüssel eines Kontos noch ein SAS-Token.</translation>
    </message>
    <message>
        <source>“%1” is no region.</source>
        <translation>„%1“ ist keine Region.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CloudStorageDialog</name>
    <message>
        <source>Cloud storage</source>
        <translation>Cloud-Speicher</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>This system has no key store that Plotleaf can use. The secrets have to be given again at the next start.</source>
        <translation>Dieses System hat keinen Schlüsselspeicher, den Plotleaf verwenden kann. Die Geheimnisse müssen beim nächsten Start noch einmal eingegeben werden.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Samples of runs may be in a bucket of yours. With a key that may read it, Plotleaf shows them. The secrets are in this system&apos;s key store only.</source>
        <translation>Beispiele von Läufen können in einem Bucket liegen. Mit einem Schlüssel, der ihn lesen darf, zeigt Plotleaf sie. Die Geheimnisse stehen nur im Schlüsselspeicher dieses Systems.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>SAS token</source>
        <translation>SAS-Token</translation>
    </message>
    <message>
        <source>Remove the key for %1?</source>
        <translation>Den Schlüssel für %1 entfernen?</translation>
    </message>
    <message>
        <source>Its secret goes from this computer. Samples that need it are not shown any more.</source>
        <translation>Sein Geheimnis verschwindet von diesem Computer. Beispiele, die ihn brauchen, werden nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>plotleaf::CommandLine</name>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>plotleaf-cli: there is no command “%1”. “plotleaf-cli --help” lists them.</source>
        <translation>plotleaf-cli: Den Befehl „%1“ gibt es nicht. „plotleaf-cli --help“ listet alle auf.</translation>
    </message>
    <message>
        <source>Usage: plotleaf-cli %1 [OPTION]... %2</source>
        <translation>Aufruf: plotleaf-cli %1 [OPTION]... %2</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Diese Hilfe ausgeben.</translation>
    </message>
    <message>
        <source>Use the library in this folder.</source>
        <translation>Die Bibliothek in diesem Ordner verwenden.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Report editor for people who train models.</source>
        <translation>Berichtseditor für alle, die Modelle trainieren.</translation>
    </message>
    <message>
        <source>Keep reports in this folder.</source>
        <translation>Berichte in diesem Ordner aufbewahren.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>There is no display to open a window on. plotleaf-cli works without one.
</source>
        <translation>Es gibt keinen Bildschirm, auf dem sich ein Fenster öffnen ließe. plotleaf-cli kommt ohne aus.
</translation>
    </message>
    <message>
        <source>The output cannot be written.</source>
        <translation>Die Ausgabe lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Markdown files to open as reports, or links to reports.</source>
        <translation>Markdown-Dateien, die als Berichte geöffnet werden, oder Links zu Berichten.</translation>
    </message>
    <message>
        <source>Usage: plotleaf-cli %1 [OPTION]... [ARGUMENT]...</source>
        <translation>Aufruf: plotleaf-cli %1 [OPTION]... [ARGUMENT]...</translation>
    </message>
    <message>
        <source>“plotleaf-cli help COMMAND” tells a command&apos;s options.</source>
        <translation>„plotleaf-cli help BEFEHL“ nennt die Optionen eines Befehls.</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 command line not understood, 3 not found, 4 refused or in
conflict, 5 no server, 6 not signed in.</source>
        <translation>Rückgabewert: 0 erledigt, 1 misslungen, 2 Aufruf nicht verstanden, 3 nicht gefunden,
4 abgelehnt oder im Konflikt, 5 kein Server, 6 nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>plotleaf::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>plotleaf::ConfigValues</name>
    <message>
        <source>This cannot be read as JSON.</source>
        <translation>Das lässt sich nicht als JSON lesen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::Database</name>
    <message>
        <source>The library&apos;s folder does not allow writing.</source>
        <translation>In den Ordner der Bibliothek darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The library&apos;s file cannot be opened.</source>
        <translation>Die Datei der Bibliothek lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged and cannot be read.</source>
        <translation>Die Datei der Bibliothek ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The disk reports an error: %1</source>
        <translation>Der Datenträger meldet einen Fehler: %1</translation>
    </message>
    <message>
        <source>The library has been in use by another program for too long.</source>
        <translation>Die Bibliothek wird zu lange von einem anderen Programm benutzt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::Demo</name>
    <message>
        <source>Getting started</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>What Plotleaf can do: live plots, formulas, diagrams, tables. Yours to change.</source>
        <translation>Was Plotleaf kann: Live-Plots, Formeln, Diagramme, Tabellen. Zum Ausprobieren und Ändern.</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The demo runs cannot be copied to %1.</source>
        <translation>Die Demoläufe lassen sich nicht nach %1 kopieren.</translation>
    </message>
    <message>
        <source>Live demo run</source>
        <translation>Live-Demolauf</translation>
    </message>
    <message>
        <source>A run that keeps writing, and plots that follow it.</source>
        <translation>Ein Lauf, der laufend schreibt, und Plots, die ihm folgen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>plotleaf::DrawnPage</name>
    <message>
        <source>The page stopped working while the report was drawn.</source>
        <translation>Die Seite ist ausgefallen, während der Bericht gezeichnet wurde.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>a formula, a diagram, a plot or an image</source>
        <translation>eine Formel, ein Diagramm, ein Plot oder ein Bild</translation>
    </message>
    <message>
        <source>The report could not be drawn completely in time. Missing: %1.</source>
        <translation>Der Bericht konnte nicht rechtzeitig vollständig gezeichnet werden. Es fehlt: %1.</translation>
    </message>
</context>
<context>
    <name>plotleaf::DurableFile</name>
    <message>
        <source>The file %1 could not be written: %2</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::EditedFile</name>
    <message>
        <source>No file can be written in %1: %2.</source>
        <translation>In %1 lässt sich keine Datei schreiben: %2.</translation>
    </message>
    <message>
        <source>The editor “%1” ended with a failure.</source>
        <translation>Der Editor „%1“ endete mit einem Fehler.</translation>
    </message>
    <message>
        <source>The editor “%1” cannot be started.</source>
        <translation>Der Editor „%1“ lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>What you wrote is in %1</source>
        <translation>Was Sie geschrieben haben, liegt in %1</translation>
    </message>
    <message>
        <source>%1 is too large for a report.</source>
        <translation>%1 ist zu groß für einen Bericht.</translation>
    </message>
    <message>
        <source>%1 is not a text in UTF-8.</source>
        <translation>%1 ist kein Text in UTF-8.</translation>
    </message>
</context>
<context>
    <name>plotleaf::EditorActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Go to line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>&amp;Duplicate line</source>
        <translation>Zeile &amp;duplizieren</translation>
    </message>
    <message>
        <source>Move line do&amp;wn</source>
        <translation>Zeile nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;Strikethrough</source>
        <translation>&amp;Durchgestrichen</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>Ü&amp;berschrift</translation>
    </message>
    <message>
        <source>Heading &amp;%1</source>
        <translation>Überschrift &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Paragraph</source>
        <translation>&amp;Absatz</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>B&amp;ulleted list</source>
        <translation>A&amp;ufzählung</translation>
    </message>
    <message>
        <source>&amp;Numbered list</source>
        <translation>&amp;Nummerierte Liste</translation>
    </message>
    <message>
        <source>&amp;Task list</source>
        <translation>Aufgaben&amp;liste</translation>
    </message>
    <message>
        <source>Code bl&amp;ock</source>
        <translation>C&amp;odeblock</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>L&amp;ink</translation>
    </message>
    <message>
        <source>&amp;Image…</source>
        <translation>&amp;Bild…</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>T&amp;rennlinie</translation>
    </message>
    <message>
        <source>&amp;Panel with runs…</source>
        <translation>&amp;Panel mit Läufen…</translation>
    </message>
    <message>
        <source>&amp;Move line up</source>
        <translation>Zeile nach oben &amp;verschieben</translation>
    </message>
    <message>
        <source>&amp;Complete in a panel</source>
        <translation>In einem Panel &amp;vervollständigen</translation>
    </message>
</context>
<context>
    <name>plotleaf::EmbedButton</name>
    <message>
        <source>Embed</source>
        <translation>Einbetten</translation>
    </message>
    <message>
        <source>Embed %1</source>
        <translation>%1 einbetten</translation>
    </message>
    <message>
        <source>Insert %1 at the cursor of the report</source>
        <translation>%1 im Bericht an der Schreibmarke einfügen</translation>
    </message>
    <message>
        <source>Copy the code of %1</source>
        <translation>Den Code für %1 kopieren</translation>
    </message>
</context>
<context>
    <name>plotleaf::EventFileReader</name>
    <message>
        <source>The file “%1” is not there any more.</source>
        <translation>Die Datei „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2</source>
        <translation>Die Datei „%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The file “%1” was replaced while it was being read.</source>
        <translation>Die Datei „%1“ wurde ersetzt, während sie gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>plotleaf::EventFileWriter</name>
    <message>
        <source>The file “%1” cannot be written: %2</source>
        <translation>Die Datei „%1“ lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::ExportCommand</name>
    <message>
        <source>Page sizes are A3, A4, A5, Letter and Legal.</source>
        <translation>Als Seitenformat gibt es A3, A4, A5, Letter und Legal.</translation>
    </message>
    <message>
        <source>Margins are one or four numbers of millimetres up to 100.</source>
        <translation>Ränder werden mit einer oder vier Zahlen in Millimetern bis 100 angegeben.</translation>
    </message>
    <message>
        <source>The deadline is a number of seconds up to a day.</source>
        <translation>Die Frist ist eine Zahl von Sekunden, höchstens ein Tag.</translation>
    </message>
    <message>
        <source>Write a report as a PDF or as one static HTML file</source>
        <translation>Einen Bericht als PDF oder als eine statische HTML-Datei schreiben</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>ZIEL</translation>
    </message>
    <message>
        <source>A3, A4, A5, Letter or Legal (A4).</source>
        <translation>A3, A4, A5, Letter oder Legal (A4).</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>Millimetres: one number, or top,right,bottom,left (20,15,20,15).</source>
        <translation>Millimeter: eine Zahl oder oben,rechts,unten,links (20,15,20,15).</translation>
    </message>
    <message>
        <source>MM</source>
        <translation>MM</translation>
    </message>
    <message>
        <source>Leave out name, author, date and the like.</source>
        <translation>Name, Autor, Datum und Ähnliches weglassen.</translation>
    </message>
    <message>
        <source>Leave out the list of headings.</source>
        <translation>Das Inhaltsverzeichnis weglassen.</translation>
    </message>
    <message>
        <source>Print no header.</source>
        <translation>Keine Kopfzeile drucken.</translation>
    </message>
    <message>
        <source>Print no page numbers.</source>
        <translation>Keine Seitenzahlen drucken.</translation>
    </message>
    <message>
        <source>Give up when not everything is drawn after so many seconds (60).</source>
        <translation>Aufgeben, wenn nach so vielen Sekunden nicht alles gezeichnet ist (60).</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEKUNDEN</translation>
    </message>
    <message>
        <source>A Markdown file, or a report of the library by its id or name.</source>
        <translation>Eine Markdown-Datei oder ein Bericht der Bibliothek mit seiner Kennung oder seinem Namen.</translation>
    </message>
    <message>
        <source>REPORT|FILE.md</source>
        <translation>BERICHT|DATEI.md</translation>
    </message>
    <message>
        <source>Name one report or Markdown file.</source>
        <translation>Nennen Sie einen Bericht oder eine Markdown-Datei.</translation>
    </message>
    <message>
        <source>not drawn: %1</source>
        <translation>nicht gezeichnet: %1</translation>
    </message>
    <message>
        <source>Fetch pictures that are elsewhere on the web.</source>
        <translation>Bilder abrufen, die anderswo im Web liegen.</translation>
    </message>
    <message>
        <source>The output cannot be written.</source>
        <translation>Die Ausgabe lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The file to write, - for standard output. Its ending, .pdf or .html, says which.</source>
        <translation>Die Datei, die geschrieben wird, - für die Standardausgabe. Ihre Endung, .pdf oder .html, sagt, was es wird.</translation>
    </message>
    <message>
        <source>pdf or html, whatever the file&apos;s ending.</source>
        <translation>pdf oder html, wie auch immer die Datei endet.</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>Name the file to write with -o; it ends in .pdf or .html, or --format says what it is.</source>
        <translation>Nennen Sie die Datei mit -o; sie endet auf .pdf oder .html, oder --format sagt, was es ist.</translation>
    </message>
    <message>
        <source>Frames of ClearML are drawn from the server that CLEARML_API_HOST, CLEARML_WEB_HOST,
CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY name. Keys to cloud stores that its
samples are in come from Settings &gt; Cloud storage, of reports of the library, or from
AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_DEFAULT_REGION and
AWS_ENDPOINT_URL_S3 (a store of your own); AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY
or AZURE_STORAGE_SAS_TOKEN. Keys of these variables open any bucket that a task of the
report names.</source>
        <translation>Rahmen von ClearML werden von dem Server gezeichnet, den CLEARML_API_HOST,
CLEARML_WEB_HOST, CLEARML_API_ACCESS_KEY und CLEARML_API_SECRET_KEY nennen. Schlüssel zu
Cloud-Speichern, in denen seine Beispiele sind, kommen aus Einstellungen &gt; Cloud-Speicher,
wenn der Bericht in der Bibliothek ist, oder aus AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_DEFAULT_REGION und AWS_ENDPOINT_URL_S3 (ein
eigener Speicher); AZURE_STORAGE_ACCOUNT und AZURE_STORAGE_KEY oder
AZURE_STORAGE_SAS_TOKEN. Schlüssel aus diesen Variablen öffnen jeden Bucket, den eine Aufgabe
des Berichts nennt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::FenceAssist</name>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
</context>
<context>
    <name>plotleaf::FigurePanel</name>
    <message>
        <source>step %1, value %2: %3</source>
        <translation>Schritt %1, Wert %2: %3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Histograms that runs logged.</source>
        <translation>Histogramme, die Läufe aufgezeichnet haben.</translation>
    </message>
    <message>
        <source>Which histograms are shown; all where nothing is said.</source>
        <translation>Welche Histogramme gezeigt werden; ohne Angabe alle.</translation>
    </message>
    <message>
        <source>Over all steps as a heat map, or of the last step as bars.</source>
        <translation>Über alle Schritte als Heatmap oder vom letzten Schritt als Balken.</translation>
    </message>
    <message>
        <source>Into how many bins values are sorted, up to 500.</source>
        <translation>In wie viele Klassen die Werte sortiert werden, bis 500.</translation>
    </message>
    <message>
        <source>Another name for a run.</source>
        <translation>Ein anderer Name für einen Lauf.</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>No histograms yet</source>
        <translation>Noch keine Histogramme</translation>
    </message>
    <message>
        <source>The runs have logged no histograms.</source>
        <translation>Die Läufe haben keine Histogramme aufgezeichnet.</translation>
    </message>
    <message>
        <source>Showing %1 of %2 histograms; “key” and “runs” choose.</source>
        <translation>Es werden %1 von %2 Histogrammen gezeigt; „key“ und „runs“ wählen aus.</translation>
    </message>
</context>
<context>
    <name>plotleaf::FigurePreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>plotleaf::FileDrop</name>
    <message>
        <source>Drop to make reports of these files</source>
        <translation>Loslassen, um aus diesen Dateien Berichte zu machen</translation>
    </message>
</context>
<context>
    <name>plotleaf::FileRun</name>
    <message>
        <source>image, audio or text</source>
        <translation>Bild, Ton oder Text</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The run has no %1 “%2”.</source>
        <comment>%1 is: metric, image, audio or text, histogram, table</comment>
        <translation>In dem Lauf gibt es „%2“ nicht (%1).</translation>
    </message>
</context>
<context>
    <name>plotleaf::FilterBar</name>
    <message>
        <source>Recently updated</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>Name, A bis Z</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>Name, Z bis A</translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation>Berichte durchsuchen</translation>
    </message>
    <message>
        <source>Search names, descriptions, tags and text</source>
        <translation>Namen, Beschreibungen, Schlagwörter und Text durchsuchen</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Drafts and published</source>
        <translation>Entwürfe und veröffentlichte</translation>
    </message>
    <message>
        <source>Drafts only</source>
        <translation>Nur Entwürfe</translation>
    </message>
    <message>
        <source>Published only</source>
        <translation>Nur veröffentlichte</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Least recently updated</source>
        <translation>Am längsten nicht geändert</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
</context>
<context>
    <name>plotleaf::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
</context>
<context>
    <name>plotleaf::FolderIndex</name>
    <message>
        <source>There is no run “%1” in “%2”.</source>
        <translation>Den Lauf „%1“ gibt es in „%2“ nicht.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Den Ordner „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Reading the runs was cancelled.</source>
        <translation>Das Lesen der Läufe wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::FrameEditing</name>
    <message>
        <source>The frame in the text is no longer the one that the form was opened for. What the form made is in the clipboard.</source>
        <translation>Der Rahmen im Text ist nicht mehr der, für den das Formular geöffnet wurde. Was das Formular ergeben hat, ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>plotleaf::FrameFilterFields</name>
    <message>
        <source>and the projects below</source>
        <translation>und die Projekte darunter</translation>
    </message>
    <message>
        <source>without archived ones</source>
        <translation>ohne archivierte</translation>
    </message>
    <message>
        <source>Any project</source>
        <translation>Jedes Projekt</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>How many of the tags</source>
        <translation>Wie viele der Schlagwörter</translation>
    </message>
    <message>
        <source>any of</source>
        <translation>eines von</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>alle von</translation>
    </message>
    <message>
        <source>As the server has them</source>
        <translation>Wie der Server sie liefert</translation>
    </message>
    <message>
        <source>Changed last first</source>
        <translation>Zuletzt geänderte zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Written in the text, with tags left out</source>
        <translation>Steht im Text, mit ausgeschlossenen Schlagwörtern</translation>
    </message>
    <message>
        <source>The projects are missing: %1</source>
        <translation>Die Projekte fehlen: %1</translation>
    </message>
    <message>
        <source>The tags are missing: %1</source>
        <translation>Die Tags fehlen: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::FrameForm</name>
    <message>
        <source>Change a frame of scalars</source>
        <translation>Einen Rahmen mit Skalaren ändern</translation>
    </message>
    <message>
        <source>Change a frame with a plot</source>
        <translation>Einen Rahmen mit einer Grafik ändern</translation>
    </message>
    <message>
        <source>Change a frame with a debug sample</source>
        <translation>Einen Rahmen mit einem Beispiel ändern</translation>
    </message>
    <message>
        <source>Change a frame of single values</source>
        <translation>Einen Rahmen mit Einzelwerten ändern</translation>
    </message>
    <message>
        <source>Change parallel coordinates</source>
        <translation>Parallele Koordinaten ändern</translation>
    </message>
    <message>
        <source>&amp;These runs</source>
        <translation>&amp;Diese Läufe</translation>
    </message>
    <message>
        <source>&amp;Runs that a filter finds, each time anew</source>
        <translation>&amp;Läufe, die ein Filter findet, jedes Mal neu</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Time from start</source>
        <translation>Zeit seit dem Start</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;X axis</source>
        <translation>&amp;x-Achse</translation>
    </message>
    <message>
        <source>every 10 seconds</source>
        <translation>alle 10 Sekunden</translation>
    </message>
    <message>
        <source>every 30 seconds</source>
        <translation>alle 30 Sekunden</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every 5 minutes</source>
        <translation>alle 5 Minuten</translation>
    </message>
    <message>
        <source>as written: %1</source>
        <translation>wie geschrieben: %1</translation>
    </message>
    <message>
        <source>While a run goes on; ClearML&apos;s web app takes no notice of it</source>
        <translation>Solange ein Lauf läuft; die Web-App von ClearML beachtet das nicht</translation>
    </message>
    <message>
        <source>&amp;Asked again</source>
        <translation>&amp;Neu gefragt</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>The server of this frame is not open here, so names cannot be looked up.</source>
        <translation>Der Server dieses Rahmens ist hier nicht geöffnet, daher lassen sich Namen nicht nachschlagen.</translation>
    </message>
    <message>
        <source>Looking for its runs…</source>
        <translation>Seine Läufe werden gesucht…</translation>
    </message>
    <message>
        <source>The filter finds nothing now.</source>
        <translation>Der Filter findet jetzt nichts.</translation>
    </message>
    <message>
        <source>It finds now: %1</source>
        <translation>Er findet jetzt: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::FrameNameFields</name>
    <message>
        <source>&amp;Metrics</source>
        <translation>&amp;Metriken</translation>
    </message>
    <message>
        <source>Pa&amp;rameters</source>
        <translation>Pa&amp;rameter</translation>
    </message>
    <message>
        <source>&amp;Variants (none: all)</source>
        <translation>&amp;Varianten (keine: alle)</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
    <message>
        <source>[no name]</source>
        <translation>[ohne Namen]</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
</context>
<context>
    <name>plotleaf::FrameRunFields</name>
    <message>
        <source>Runs of the frame</source>
        <translation>Läufe des Rahmens</translation>
    </message>
    <message>
        <source>Add a run</source>
        <translation>Einen Lauf hinzufügen</translation>
    </message>
    <message>
        <source>Add a run: search by name, id or tag</source>
        <translation>Einen Lauf hinzufügen: Name, Kennung oder Schlagwort suchen</translation>
    </message>
    <message>
        <source>Found runs</source>
        <translation>Gefundene Läufe</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>%1 (not on the server)</source>
        <translation>%1 (nicht auf dem Server)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>The names are missing: %1</source>
        <translation>Die Namen fehlen: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::GrowingFile</name>
    <message>
        <source>The file “%1” is not there any more.</source>
        <translation>Die Datei „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2</source>
        <translation>Die Datei „%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The file “%1” was replaced while it was being read.</source>
        <translation>Die Datei „%1“ wurde ersetzt, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The file “%1” is too long to be read.</source>
        <translation>Die Datei „%1“ ist zu lang, um gelesen zu werden.</translation>
    </message>
</context>
<context>
    <name>plotleaf::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>plotleaf::HelperProcess</name>
    <message>
        <source>The preview cannot be made: the program %1 does not start.</source>
        <translation>Die Vorschau ist nicht möglich: Das Programm %1 startet nicht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::HtmlExporter</name>
    <message>
        <source>The page could not be exported.</source>
        <translation>Die Seite konnte nicht exportiert werden.</translation>
    </message>
</context>
<context>
    <name>plotleaf::HttpSession</name>
    <message>
        <source>%1 cannot prove that it is the right server: %2. Nothing was sent.</source>
        <translation>%1 kann nicht beweisen, dass es der richtige Server ist: %2. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB.</source>
        <translation>Die Antwort von %1 ist größer als %2 MB.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ImageSitesDialog</name>
    <message>
        <source>Images from the web</source>
        <translation>Bilder aus dem Netz</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Ask again in every report</source>
        <translation>In jedem Bericht wieder &amp;fragen</translation>
    </message>
    <message>
        <source>A site that an image is loaded from learns when and from where it is read. So Plotleaf asks first, and keeps what it has loaded.</source>
        <translation>Eine Seite, von der ein Bild geladen wird, erfährt, wann und von wo gelesen wird. Darum fragt Plotleaf zuerst und behält, was es geladen hat.</translation>
    </message>
    <message>
        <source>Always loaded &amp;from</source>
        <translation>Immer geladen &amp;von</translation>
    </message>
</context>
<context>
    <name>plotleaf::ImageType</name>
    <message>
        <source>What came is not a picture that can be shown.</source>
        <translation>Was ankam, ist kein darstellbares Bild.</translation>
    </message>
    <message>
        <source>The picture has too many pixels (%1 × %2).</source>
        <translation>Das Bild hat zu viele Pixel (%1 × %2).</translation>
    </message>
</context>
<context>
    <name>plotleaf::KeychainStore</name>
    <message>
        <source>The system&apos;s key store does not hold this.</source>
        <translation>Der Schlüsselspeicher des Systems enthält dies nicht.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used: %1</source>
        <translation>Der Schlüsselspeicher des Systems ist nicht benutzbar: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::Library</name>
    <message>
        <source>The library&apos;s folder %1 cannot be used.</source>
        <translation>Der Ordner %1 der Bibliothek ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>It was left as it is: %1</source>
        <translation>Er wurde unverändert gelassen: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::LibraryAccess</name>
    <message>
        <source>There is no library in “%1”.</source>
        <translation>In „%1“ gibt es keine Bibliothek.</translation>
    </message>
    <message>
        <source>There is no report “%1”.</source>
        <translation>Den Bericht „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 reports are called “%2”. Name one by its id.</source>
        <translation>%1 Berichte heißen „%2“. Nennen Sie einen mit seiner Kennung.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>The text of “%1” has not been read from its server yet; “plotleaf-cli sync” reads it.</source>
        <translation>Der Text von „%1“ ist noch nicht von seinem Server gelesen; „plotleaf-cli sync“ liest ihn.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>There is no workspace “%1”.</source>
        <translation>Einen Arbeitsbereich „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>WORKSPACE</source>
        <translation>ARBEITSBEREICH</translation>
    </message>
</context>
<context>
    <name>plotleaf::LibraryPage</name>
    <message>
        <source>&amp;New report</source>
        <translation>&amp;Neuer Bericht</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Show the archive</source>
        <translation>Archiv anzeigen</translation>
    </message>
    <message>
        <source>Show archived reports</source>
        <translation>Archivierte Berichte anzeigen</translation>
    </message>
    <message>
        <source>All reports side by side</source>
        <translation>Alle Berichte nebeneinander</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>Nach Projekt</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>1 report</source>
        <translation>1 Bericht</translation>
    </message>
    <message>
        <source>%1 reports</source>
        <translation>%1 Berichte</translation>
    </message>
    <message>
        <source>The reports cannot be read</source>
        <translation>Die Berichte sind nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No report fits the search and the filters that are set.</source>
        <translation>Kein Bericht passt zur Suche und zu den gesetzten Filtern.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation>Das Archiv ist leer</translation>
    </message>
    <message>
        <source>Reports that you archive are kept here. They can be restored, or deleted for good.</source>
        <translation>Hier liegen die Berichte, die Sie archivieren. Sie lassen sich zurückholen oder endgültig löschen.</translation>
    </message>
    <message>
        <source>Back to the reports</source>
        <translation>Zurück zu den Berichten</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Noch keine Berichte</translation>
    </message>
    <message>
        <source>A report is a Markdown text with live plots of your runs in it. Write the first one, or look at the welcome report to see what can be done.</source>
        <translation>Ein Bericht ist ein Markdown-Text mit Live-Plots Ihrer Läufe. Schreiben Sie den ersten, oder sehen Sie sich im Willkommensbericht an, was möglich ist.</translation>
    </message>
    <message>
        <source>No reports in this project</source>
        <translation>Keine Berichte in diesem Projekt</translation>
    </message>
    <message>
        <source>A new report made here belongs to %1.</source>
        <translation>Ein neuer Bericht, der hier angelegt wird, gehört zu %1.</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Neuer Bericht</translation>
    </message>
    <message>
        <source>Open the welcome report</source>
        <translation>Willkommensbericht öffnen</translation>
    </message>
</context>
<context>
    <name>plotleaf::LineNumberArea</name>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>plotleaf::LinePanel</name>
    <message>
        <source>Metrics over steps or time, one line for each run.</source>
        <translation>Metriken über Schritte oder Zeit, eine Linie je Lauf.</translation>
    </message>
    <message>
        <source>What lies on the x axis.</source>
        <translation>Was auf der x-Achse liegt.</translation>
    </message>
    <message>
        <source>Which metrics are drawn.</source>
        <translation>Welche Metriken gezeichnet werden.</translation>
    </message>
    <message>
        <source>Smooths lines, with the original faintly behind. Types: none, ema (as TensorBoard), twema (by time), gaussian (weight: width in x), average (weight: points).</source>
        <translation>Glättet Linien, das Original steht blass dahinter. Arten: none, ema (wie TensorBoard), twema (nach Zeit), gaussian (weight: Breite in x), average (weight: Punkte).</translation>
    </message>
    <message>
        <source>Linear or logarithmic axes. One word is for y.</source>
        <translation>Lineare oder logarithmische Achsen. Ein einzelnes Wort gilt für y.</translation>
    </message>
    <message>
        <source>Part of the axes that is shown; seconds where x is relative, dates where it is wall.</source>
        <translation>Gezeigter Ausschnitt der Achsen; Sekunden, wo x „relative“ ist, Daten, wo es „wall“ ist.</translation>
    </message>
    <message>
        <source>Where the legend stands when there is more than one line.</source>
        <translation>Wo die Legende steht, wenn es mehr als eine Linie gibt.</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message>
        <source>Say which metrics to draw, for example “y: %1”.</source>
        <translation>Geben Sie an, welche Metriken gezeichnet werden, zum Beispiel „y: %1“.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Values of zero or below, which a log scale cannot show: %1.</source>
        <translation>Werte von null oder darunter, die eine logarithmische Skala nicht zeigen kann: %1.</translation>
    </message>
    <message>
        <source>Values that are NaN or infinite, drawn as gaps: %1.</source>
        <translation>Werte, die NaN oder unendlich sind, als Lücken gezeichnet: %1.</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Time since start</source>
        <translation>Zeit seit Beginn</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>This range needs time</source>
        <translation>Dieser Bereich braucht Zeit</translation>
    </message>
    <message>
        <source>A range such as “last 1h” is one of time: it needs “x: relative” or “x: wall”.</source>
        <translation>Ein Bereich wie „last 1h“ ist ein Zeitraum: Er braucht „x: relative“ oder „x: wall“.</translation>
    </message>
    <message>
        <source>metric for x</source>
        <translation>Metrik für x</translation>
    </message>
    <message>
        <source>Showing %1 of %2 metrics, since there would be too many lines.</source>
        <translation>Es werden %1 von %2 Metriken gezeigt, da es sonst zu viele Linien wären.</translation>
    </message>
    <message>
        <source>One line for all runs that have this in common.</source>
        <translation>Eine Linie für alle Läufe, die dies gemeinsam haben.</translation>
    </message>
    <message>
        <source>What is drawn of a group: lines, and a band for std, stderr or min with max; mean, min, max where nothing is said.</source>
        <translation>Was von einer Gruppe gezeichnet wird: Linien, und ein Band bei std, stderr oder min mit max; ohne Angabe mean, min, max.</translation>
    </message>
    <message>
        <source>Colour of a run&apos;s or a group&apos;s lines.</source>
        <translation>Farbe der Linien eines Laufs oder einer Gruppe.</translation>
    </message>
    <message>
        <source>Another name for a run or a group.</source>
        <translation>Ein anderer Name für einen Lauf oder eine Gruppe.</translation>
    </message>
    <message>
        <source>Values that are NaN or infinite, left out: %1.</source>
        <translation>Werte, die NaN oder unendlich sind, weggelassen: %1.</translation>
    </message>
</context>
<context>
    <name>plotleaf::LineUnits</name>
    <message>
        <source>All runs that have this in common are shown as one.</source>
        <translation>Alle Läufe, die dies gemeinsam haben, werden als einer gezeigt.</translation>
    </message>
    <message>
        <source>Which number of a group is shown, and how far its runs spread; mean, std where nothing is said.</source>
        <translation>Welche Zahl einer Gruppe gezeigt wird und wie weit ihre Läufe streuen; ohne Angabe mean, std.</translation>
    </message>
</context>
<context>
    <name>plotleaf::LinkDialog</name>
    <message>
        <source>What stands before the @ is a user name, not the name of the site.</source>
        <translation>Was vor dem @ steht, ist ein Benutzername, nicht der Name der Website.</translation>
    </message>
    <message>
        <source>The site&apos;s name has letters that can look like others: “%1”.</source>
        <translation>Der Name der Website enthält Buchstaben, die anderen ähneln: „%1“.</translation>
    </message>
    <message>
        <source>The connection to this site is not encrypted.</source>
        <translation>Die Verbindung zu dieser Website ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Reports can open web pages and mail addresses, not “%1:” addresses.</source>
        <translation>Berichte können Webseiten und Mailadressen öffnen, aber keine „%1:“-Adressen.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>This link cannot be opened</source>
        <translation>Dieser Link lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>It leads out of Plotleaf:</source>
        <translation>Er führt aus Plotleaf hinaus:</translation>
    </message>
    <message>
        <source>The address:</source>
        <translation>Die Adresse:</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>This report has no place named “%1”. Headings give places their names: “## Learning rate” is #learning-rate.</source>
        <translation>Dieser Bericht hat keine Stelle namens „%1“. Überschriften geben Stellen ihre Namen: „## Learning rate“ ist #learning-rate.</translation>
    </message>
    <message>
        <source>This address leads to nothing: it names no site. A web page&apos;s address begins with https://</source>
        <translation>Diese Adresse führt nirgendwohin: Sie nennt keine Seite. Die Adresse einer Webseite beginnt mit https://</translation>
    </message>
</context>
<context>
    <name>plotleaf::LiveDemoRun</name>
    <message>
        <source>A run has at least one step.</source>
        <translation>Ein Lauf hat mindestens einen Schritt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Be&amp;richt</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Search the &amp;library</source>
        <translation>Bi&amp;bliothek durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;New report…</source>
        <translation>&amp;Neuer Bericht…</translation>
    </message>
    <message>
        <source>&amp;Import Markdown…</source>
        <translation>Markdown &amp;importieren…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archiv</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Welcome report</source>
        <translation>&amp;Willkommensbericht</translation>
    </message>
    <message>
        <source>&amp;Live demo run</source>
        <translation>&amp;Live-Demolauf</translation>
    </message>
    <message>
        <source>&amp;About Plotleaf</source>
        <translation>Ü&amp;ber Plotleaf</translation>
    </message>
    <message>
        <source>Stop the &amp;live demo run</source>
        <translation>&amp;Live-Demolauf beenden</translation>
    </message>
    <message>
        <source>Add a ClearML ser&amp;ver…</source>
        <translation>Einen ClearML-Ser&amp;ver hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>Library by pro&amp;ject</source>
        <translation>Bibliothek nach Pro&amp;jekten</translation>
    </message>
    <message>
        <source>Command palett&amp;e…</source>
        <translation>Befehlspal&amp;ette…</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Panels</translation>
    </message>
    <message>
        <source>&amp;Markdown at a glance</source>
        <translation>&amp;Markdown auf einen Blick</translation>
    </message>
    <message>
        <source>&amp;From a run…</source>
        <translation>&amp;Aus einem Lauf…</translation>
    </message>
</context>
<context>
    <name>plotleaf::MainWindow</name>
    <message>
        <source>%1 – Plotleaf</source>
        <translation>%1 – Plotleaf</translation>
    </message>
    <message>
        <source>Plotleaf</source>
        <translation>Plotleaf</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panels</translation>
    </message>
</context>
<context>
    <name>plotleaf::MarkdownBundle</name>
    <message>
        <source>Imported report</source>
        <translation>Importierter Bericht</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>die Datei gibt es nicht</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>it is larger than %1 MB</source>
        <translation>es ist größer als %1 MB</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>es lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>it is not a picture</source>
        <translation>das ist kein Bild</translation>
    </message>
</context>
<context>
    <name>plotleaf::MarkdownFile</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2 MB.</source>
        <translation>„%1“ ist größer als %2 MB.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>“%1” is not a text in UTF-8. Save it in that encoding.</source>
        <translation>„%1“ ist kein Text in UTF-8. Speichern Sie ihn in dieser Kodierung.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MarkdownHost</name>
    <message>
        <source>The Markdown of this text could not be read in time. It is tried again when the text changes.</source>
        <translation>Das Markdown dieses Textes ließ sich nicht rechtzeitig lesen. Nach der nächsten Änderung wird es wieder versucht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MarkdownTexts</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>This part cannot be shown: reading it takes too much time or memory.</source>
        <translation>Dieser Teil ist nicht darstellbar: Ihn zu lesen braucht zu viel Zeit oder Speicher.</translation>
    </message>
    <message>
        <source>This table cannot be shown: it has very many columns that most rows leave empty.</source>
        <translation>Diese Tabelle ist nicht darstellbar: Sie hat sehr viele Spalten, die in den meisten Zeilen leer sind.</translation>
    </message>
    <message>
        <source>This link definition is too long for the number of times it is used.</source>
        <translation>Diese Linkdefinition ist zu lang dafür, wie oft sie verwendet wird.</translation>
    </message>
    <message>
        <source>This part cannot be shown: it becomes far larger than its text.</source>
        <translation>Dieser Teil ist nicht darstellbar: Er wird weit größer als sein Text.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MediaPanel</name>
    <message>
        <source>Which of the runs&apos; media are shown; all where nothing is said.</source>
        <translation>Welche Medien der Läufe gezeigt werden; ohne Angabe alle.</translation>
    </message>
    <message>
        <source>Which kinds of media are shown.</source>
        <translation>Welche Arten von Medien gezeigt werden.</translation>
    </message>
    <message>
        <source>The last step, all of them, or the nearest one at or before a number.</source>
        <translation>Der letzte Schritt, alle oder der nächste bei einer Zahl oder davor.</translation>
    </message>
    <message>
        <source>How many are shown at most.</source>
        <translation>Wie viele höchstens gezeigt werden.</translation>
    </message>
    <message>
        <source>Another name for a run.</source>
        <translation>Ein anderer Name für einen Lauf.</translation>
    </message>
    <message>
        <source>media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>No media yet</source>
        <translation>Noch keine Medien</translation>
    </message>
    <message>
        <source>Showing %1 of %2; “limit” shows more.</source>
        <translation>Es werden %1 von %2 gezeigt; „limit“ zeigt mehr.</translation>
    </message>
    <message>
        <source>Images, sounds, films, texts and pages that runs logged.</source>
        <translation>Bilder, Töne, Filme, Texte und Seiten, die Läufe aufgezeichnet haben.</translation>
    </message>
    <message>
        <source>The runs have logged no images, sounds, films, texts or pages.</source>
        <translation>Die Läufe haben keine Bilder, Töne, Filme, Texte oder Seiten aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MemorySecretStore</name>
    <message>
        <source>The password has to be given once more.</source>
        <translation>Das Passwort muss noch einmal eingegeben werden.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MergeView</name>
    <message>
        <source>Merge “%1”</source>
        <translation>„%1“ zusammenführen</translation>
    </message>
    <message>
        <source>Result of the merge</source>
        <translation>Ergebnis der Zusammenführung</translation>
    </message>
    <message>
        <source>Result, to be edited as you like</source>
        <translation>Ergebnis, nach Belieben zu bearbeiten</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>You and %1 on %2 changed the same lines. Choose what stays; the report waits until you finish, and both texts are kept.</source>
        <translation>Sie und %1 auf %2 haben dieselben Zeilen geändert. Wählen Sie, was bleibt; der Bericht wartet, bis Sie fertig sind, und beide Texte bleiben erhalten.</translation>
    </message>
    <message>
        <source>These lines are not there.</source>
        <translation>Diese Zeilen gibt es dort nicht.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Auf %1</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>Voriger Konflikt</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>Nächster Konflikt</translation>
    </message>
    <message>
        <source>As it &amp;was</source>
        <translation>Wie es &amp;war</translation>
    </message>
    <message>
        <source>Take &amp;yours</source>
        <translation>&amp;Ihres nehmen</translation>
    </message>
    <message>
        <source>Take &amp;theirs</source>
        <translation>Das &amp;andere nehmen</translation>
    </message>
    <message>
        <source>Take &amp;both</source>
        <translation>&amp;Beide nehmen</translation>
    </message>
    <message>
        <source>Right as it &amp;stands</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <source>&amp;Finish merge</source>
        <translation>Zusammenführung ab&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>Conflict %1 of %2</source>
        <translation>Konflikt %1 von %2</translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Alles ist entschieden.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n Konflikt zu entscheiden</numerusform>
            <numerusform>%n Konflikte zu entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide every conflict first.</source>
        <translation>Entscheiden Sie zuerst jeden Konflikt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::Migrations</name>
    <message>
        <source>This library was written by a newer Plotleaf. It needs Plotleaf %1; this is %2.</source>
        <translation>Diese Bibliothek hat ein neueres Plotleaf geschrieben. Sie braucht Plotleaf %1; dies ist %2.</translation>
    </message>
    <message>
        <source>The file is a database, but not a library of Plotleaf.</source>
        <translation>Die Datei ist eine Datenbank, aber keine Bibliothek von Plotleaf.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged and cannot be read.</source>
        <translation>Die Datei der Bibliothek ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>in a newer version</source>
        <translation>in einer neueren Version</translation>
    </message>
</context>
<context>
    <name>plotleaf::MissingText</name>
    <message>
        <source>The server does not have this report any more.</source>
        <translation>Der Server hat diesen Bericht nicht mehr.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MissingTexts</name>
    <message>
        <source>Plotleaf is set to work offline.</source>
        <translation>Plotleaf soll ohne Netz arbeiten.</translation>
    </message>
    <message>
        <source>The server is not connected yet.</source>
        <translation>Der Server ist noch nicht verbunden.</translation>
    </message>
</context>
<context>
    <name>plotleaf::MoveDialog</name>
    <message>
        <source>Move report</source>
        <translation>Bericht verschieben</translation>
    </message>
    <message>
        <source>Move “%1” &amp;to</source>
        <translation>„%1“ verschieben &amp;nach</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>plotleaf::NameChoice</name>
    <message>
        <source>Nothing is called %1.</source>
        <translation>Es gibt nichts mit dem Namen %1.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>%1 of %2 runs have no %3.</source>
        <translation>Bei %1 von %2 Läufen fehlt %3.</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1: %2 fehlt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::NetworkUse</name>
    <message>
        <source>Plotleaf is set to work offline.</source>
        <translation>Plotleaf soll ohne Netz arbeiten.</translation>
    </message>
</context>
<context>
    <name>plotleaf::NewReportDialog</name>
    <message>
        <source>New report</source>
        <translation>Neuer Bericht</translation>
    </message>
    <message>
        <source>What the report is about</source>
        <translation>Worum es in dem Bericht geht</translation>
    </message>
    <message>
        <source>Shown on the report&apos;s card; found by the search</source>
        <translation>Steht auf der Karte des Berichts; die Suche findet sie</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Begin &amp;with</source>
        <translation>Beginnen &amp;mit</translation>
    </message>
    <message>
        <source>Create report</source>
        <translation>Bericht anlegen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Wo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>plotleaf::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>plotleaf::NotificationBar</name>
    <message>
        <source>Notification</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Close notification</source>
        <translation>Mitteilung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>plotleaf::OpenReport</name>
    <message>
        <source>%1 (kept)</source>
        <translation>%1 (behalten)</translation>
    </message>
    <message>
        <source>This report was deleted elsewhere. Your text is kept as the new report “%1”.</source>
        <translation>Dieser Bericht wurde anderswo gelöscht. Ihr Text bleibt als neuer Bericht „%1“ erhalten.</translation>
    </message>
</context>
<context>
    <name>plotleaf::OpenServer</name>
    <message>
        <source>This version of Plotleaf does not know servers of the kind “%1”.</source>
        <translation>Diese Version von Plotleaf kennt keine Server der Art „%1“.</translation>
    </message>
</context>
<context>
    <name>plotleaf::OptionReader</name>
    <message>
        <source>“%1” is not a value of “%2”.</source>
        <translation>„%1“ ist kein Wert von „%2“.</translation>
    </message>
    <message>
        <source>“%1” cannot be this. Accepted: %2.</source>
        <translation>„%1“ kann das nicht sein. Möglich: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a key of “%2”.</source>
        <translation>„%1“ ist kein Schlüssel von „%2“.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of smoothing.</source>
        <translation>„%1“ ist keine Art der Glättung.</translation>
    </message>
    <message>
        <source>The weight of %1 is from 0 to %2.</source>
        <translation>Das Gewicht (weight) von %1 liegt zwischen 0 und %2.</translation>
    </message>
    <message>
        <source>“%1” is not a scale.</source>
        <translation>„%1“ ist keine Skala.</translation>
    </message>
    <message>
        <source>A range goes from the smaller to the larger number.</source>
        <translation>Ein Bereich geht von der kleineren zur größeren Zahl.</translation>
    </message>
    <message>
        <source>Runs cannot be grouped by “%1”. Accepted: %2.</source>
        <translation>Läufe lassen sich nicht nach „%1“ gruppieren. Möglich: %2.</translation>
    </message>
</context>
<context>
    <name>plotleaf::OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>(empty heading)</source>
        <translation>(leere Überschrift)</translation>
    </message>
</context>
<context>
    <name>plotleaf::PageEngine</name>
    <message>
        <source>The web engine&apos;s sandbox does not work for the user root. Start Plotleaf as an ordinary user, or set QTWEBENGINE_DISABLE_SANDBOX=1 to go without the sandbox.</source>
        <translation>Die Sandbox der Web-Engine funktioniert nicht für den Benutzer root. Starten Sie Plotleaf als gewöhnlicher Benutzer, oder setzen Sie QTWEBENGINE_DISABLE_SANDBOX=1, um auf die Sandbox zu verzichten.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PageLink</name>
    <message>
        <source>This picture was not allowed.</source>
        <translation>Dieses Bild wurde nicht erlaubt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PagePrinter</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The margins leave no room for the text.</source>
        <translation>Die Ränder lassen keinen Platz für den Text.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PageStrings</name>
    <message>
        <source>Image from %1 is not loaded</source>
        <translation>Bild von %1 ist nicht geladen</translation>
    </message>
    <message>
        <source>Load image</source>
        <translation>Bild laden</translation>
    </message>
    <message>
        <source>Image cannot be shown: %1</source>
        <translation>Bild nicht darstellbar: %1</translation>
    </message>
    <message>
        <source>This frame is not shown yet: %1</source>
        <translation>Dieser Rahmen wird noch nicht gezeigt: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Link to this heading</source>
        <translation>Link zu dieser Überschrift</translation>
    </message>
    <message>
        <source>Formula not understood: %1</source>
        <translation>Formel nicht verstanden: %1</translation>
    </message>
    <message>
        <source>Diagram not understood: %1</source>
        <translation>Diagramm nicht verstanden: %1</translation>
    </message>
    <message>
        <source>Chart not understood: %1</source>
        <translation>Grafik nicht verstanden: %1</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>Warten auf Daten</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>data that still arrives</comment>
        <translation>Live</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>a time</comment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Plot cannot be drawn: %1</source>
        <translation>Plot lässt sich nicht zeichnen: %1</translation>
    </message>
    <message>
        <source>This 3D plot needs WebGL, which is not available here.</source>
        <translation>Dieser 3D-Plot braucht WebGL, das hier nicht verfügbar ist.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Image from %1 could not be loaded</source>
        <translation>Bild von %1 konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>Original öffnen</translation>
    </message>
    <message>
        <source>This film cannot be played here.</source>
        <translation>Dieser Film lässt sich hier nicht abspielen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PageView</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Linkadresse kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelBridge</name>
    <message>
        <source>panel in line %1</source>
        <translation>Panel in Zeile %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelCompletion</name>
    <message>
        <source>exponential moving average, as TensorBoard</source>
        <translation>exponentieller gleitender Mittelwert wie in TensorBoard</translation>
    </message>
    <message>
        <source>the same by time</source>
        <translation>dasselbe nach der Zeit</translation>
    </message>
    <message>
        <source>Gaussian of this width in x</source>
        <translation>Gauß-Kurve dieser Breite in x</translation>
    </message>
    <message>
        <source>mean of so many points</source>
        <translation>Mittelwert aus so vielen Punkten</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>run set</source>
        <translation>Laufauswahl</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelDialog</name>
    <message>
        <source>Insert a panel</source>
        <translation>Panel einfügen</translation>
    </message>
    <message>
        <source>Line plot of metrics</source>
        <translation>Linienplot von Metriken</translation>
    </message>
    <message>
        <source>Single values</source>
        <translation>Einzelne Werte</translation>
    </message>
    <message>
        <source>Table of runs</source>
        <translation>Tabelle von Läufen</translation>
    </message>
    <message>
        <source>Images, sound and text</source>
        <translation>Bilder, Ton und Text</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Folder with runs</source>
        <translation>Ordner mit Läufen</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Show as</source>
        <translation>&amp;Darstellen als</translation>
    </message>
    <message>
        <source>&amp;Folder with runs</source>
        <translation>&amp;Ordner mit Läufen</translation>
    </message>
    <message>
        <source>&amp;What to show</source>
        <translation>&amp;Was gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Choose the folder that your training writes into.</source>
        <translation>Wählen Sie den Ordner, in den Ihr Training schreibt.</translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation>Läufe werden gesucht…</translation>
    </message>
    <message>
        <source>No runs here yet. The panel shows them as soon as there are some.</source>
        <translation>Hier gibt es noch keine Läufe. Das Panel zeigt sie, sobald welche da sind.</translation>
    </message>
    <message>
        <source>1 run found</source>
        <translation>1 Lauf gefunden</translation>
    </message>
    <message>
        <source>%1 runs found</source>
        <translation>%1 Läufe gefunden</translation>
    </message>
    <message>
        <source>Change the panel</source>
        <translation>Das Panel ändern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>These runs are named in the text and stay as they are.</source>
        <translation>Diese Läufe stehen im Text und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Tick what is to be shown.</source>
        <translation>Kreuzen Sie an, was gezeigt werden soll.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelEditing</name>
    <message>
        <source>This panel stands in a quote or a list; change it in the text.</source>
        <translation>Dieses Panel steht in einem Zitat oder einer Liste; ändern Sie es im Text.</translation>
    </message>
    <message>
        <source>The panel in the text is no longer the one that the form was opened for. What the form made is in the clipboard.</source>
        <translation>Das Panel im Text ist nicht mehr das, für das das Formular geöffnet wurde. Was das Formular ergeben hat, ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelFeeds</name>
    <message>
        <source>%1 (that is %2)</source>
        <translation>%1 (das ist %2)</translation>
    </message>
    <message>
        <source>The panel names no runs yet.</source>
        <translation>Das Panel nennt noch keine Läufe.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelFence</name>
    <message>
        <source>Plotleaf has no panel for this.</source>
        <translation>Dafür hat Plotleaf kein Panel.</translation>
    </message>
    <message>
        <source>Nothing is chosen that a panel could show.</source>
        <translation>Es ist nichts gewählt, was ein Panel zeigen könnte.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelHelp</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Every panel</source>
        <translation>Jedes Panel</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelMessages</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>This panel has a mistake</source>
        <translation>Dieses Panel hat einen Fehler</translation>
    </message>
    <message>
        <source>This panel has %1 mistakes</source>
        <translation>Dieses Panel hat %1 Fehler</translation>
    </message>
    <message>
        <source>No such panel</source>
        <translation>Kein solches Panel</translation>
    </message>
    <message>
        <source>The panel is no longer part of the report.</source>
        <translation>Das Panel gehört nicht mehr zum Bericht.</translation>
    </message>
    <message>
        <source>There are no runs at this place</source>
        <translation>An dieser Stelle gibt es keine Läufe</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>Die Läufe sind nicht lesbar</translation>
    </message>
    <message>
        <source>%1 Asked for: %2.</source>
        <translation>%1 Gefragt war: %2.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>%1 holds no runs. They appear here as soon as one is written.</source>
        <translation>%1 enthält keine Läufe. Sie erscheinen hier, sobald einer geschrieben wird.</translation>
    </message>
    <message>
        <source>No such run</source>
        <translation>Kein solcher Lauf</translation>
    </message>
    <message>
        <source>%1 has no run called %2.</source>
        <translation>In %1 gibt es den Lauf %2 nicht.</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>The filter lets none of the runs in %1 through. There are %2.</source>
        <translation>Der Filter lässt keinen der Läufe in %1 durch. Es gibt %2.</translation>
    </message>
    <message>
        <source>No %1 called %2</source>
        <translation>Nicht gefunden (%1): %2</translation>
    </message>
    <message>
        <source>The runs have no %1 at all.</source>
        <translation>In den Läufen gibt es überhaupt nichts dergleichen (%1).</translation>
    </message>
    <message>
        <source>None of the runs shown has it. The runs have, for example: %1.</source>
        <translation>Keiner der gezeigten Läufe hat das. Die Läufe haben zum Beispiel: %1.</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Noch nichts gewählt</translation>
    </message>
    <message>
        <source>Showing %1 of %2 runs; “limit” under “runs” shows more.</source>
        <translation>Es werden %1 von %2 Läufen gezeigt; „limit“ unter „runs“ zeigt mehr.</translation>
    </message>
    <message>
        <source>There is no run called %1.</source>
        <translation>Den Lauf %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Of a server that Plotleaf does not know</source>
        <translation>Von einem Server, den Plotleaf nicht kennt</translation>
    </message>
    <message>
        <source>This frame shows data of a ClearML server. Add the server as a workspace to see it.</source>
        <translation>Dieser Rahmen zeigt Daten eines ClearML-Servers. Fügen Sie den Server als Arbeitsbereich hinzu, um sie zu sehen.</translation>
    </message>
    <message>
        <source>This frame shows data of the ClearML server %1. Add the server as a workspace to see it.</source>
        <translation>Dieser Rahmen zeigt Daten des ClearML-Servers %1. Fügen Sie den Server als Arbeitsbereich hinzu, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelOption</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>one or a list of: %1</source>
        <translation>eines oder eine Liste von: %1</translation>
    </message>
    <message>
        <source>a name, /regular expression/ or a list of them</source>
        <translation>ein Name, /regulärer Ausdruck/ oder eine Liste davon</translation>
    </message>
    <message>
        <source>step, relative, wall or a metric</source>
        <translation>step, relative, wall oder eine Metrik</translation>
    </message>
    <message>
        <source>last, all or a number</source>
        <translation>last, all oder eine Zahl</translation>
    </message>
    <message>
        <source>ema:0.6, or {type, weight, original}</source>
        <translation>ema:0.6 oder {type, weight, original}</translation>
    </message>
    <message>
        <source>linear or log, for both as {x, y}</source>
        <translation>linear oder log, für beide als {x, y}</translation>
    </message>
    <message>
        <source>{x: [from, to], y: [from, to]}; x also as: last 1000, last 1h</source>
        <translation>{x: [von, bis], y: [von, bis]}; x auch als: last 1000, last 1h</translation>
    </message>
    <message>
        <source>a time such as 10s, 1m or 1h</source>
        <translation>eine Dauer wie 10s, 1m oder 1h</translation>
    </message>
    <message>
        <source>{run: &quot;#rrggbb&quot;}</source>
        <translation>{Lauf: &quot;#rrggbb&quot;}</translation>
    </message>
    <message>
        <source>{run: text}</source>
        <translation>{Lauf: Text}</translation>
    </message>
    <message>
        <source>What the panel shows.</source>
        <translation>Was das Panel zeigt.</translation>
    </message>
    <message>
        <source>Heading above the panel.</source>
        <translation>Überschrift über dem Panel.</translation>
    </message>
    <message>
        <source>Which runs are shown.</source>
        <translation>Welche Läufe gezeigt werden.</translation>
    </message>
    <message>
        <source>Share of the page&apos;s width; panels that fit stand side by side.</source>
        <translation>Anteil an der Seitenbreite; Panels stehen nebeneinander, wenn sie passen.</translation>
    </message>
    <message>
        <source>Shortest time between two updates while runs are being written.</source>
        <translation>Kürzeste Zeit zwischen zwei Aktualisierungen, während Läufe geschrieben werden.</translation>
    </message>
    <message>
        <source>folder:PATH, the name of a run set, or {source, project, filter, order, limit, ids}</source>
        <translation>folder:PFAD, der Name einer Laufauswahl oder {source, project, filter, order, limit, ids}</translation>
    </message>
    <message>
        <source>config.NAME, state, tags, name or /part of the name/, or a list</source>
        <translation>config.NAME, state, tags, name oder /Teil des Namens/, oder eine Liste</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelProblem</name>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Accepted: %1.</source>
        <translation>Möglich: %1.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelSpec</name>
    <message>
        <source>Say what the panel shows, for example “type: line”. Types: %1.</source>
        <translation>Geben Sie an, was das Panel zeigt, zum Beispiel „type: line“. Arten: %1.</translation>
    </message>
    <message>
        <source>There is no panel of type “%1”.</source>
        <translation>Ein Panel der Art „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is not a key of a %2 panel.</source>
        <translation>„%1“ ist kein Schlüssel eines Panels der Art %2.</translation>
    </message>
    <message>
        <source>Say which runs, for example “runs: folder:runs”.</source>
        <translation>Geben Sie an, welche Läufe, zum Beispiel „runs: folder:runs“.</translation>
    </message>
    <message>
        <source>A panel is a list of “key: value” lines.</source>
        <translation>Ein Panel ist eine Liste von Zeilen der Form „Schlüssel: Wert“.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelText</name>
    <message>
        <source>as the text says</source>
        <translation>wie der Text es sagt</translation>
    </message>
    <message>
        <source>The panel&apos;s text cannot be read: %1 (line %2)</source>
        <translation>Der Text des Panels ist nicht lesbar: %1 (Zeile %2)</translation>
    </message>
    <message>
        <source>This panel is written in one line; change it in the text.</source>
        <translation>Dieses Panel steht in einer einzigen Zeile; ändern Sie es im Text.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PanelYaml</name>
    <message>
        <source>Anchors (&amp;) and aliases (*) cannot be used here. A value that starts with one of them needs quotes around it.</source>
        <translation>Anker (&amp;) und Aliasse (*) sind hier nicht möglich. Ein Wert, der mit einem davon beginnt, braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>Tags (!) cannot be used here. A value that starts with an exclamation mark needs quotes around it.</source>
        <translation>YAML-Tags (!) sind hier nicht möglich. Ein Wert, der mit einem Ausrufezeichen beginnt, braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is too long for a panel.</source>
        <translation>Das ist zu lang für ein Panel.</translation>
    </message>
    <message>
        <source>This is nested too deeply for a panel.</source>
        <translation>Das ist für ein Panel zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A key has to be a single word.</source>
        <translation>Ein Schlüssel muss ein einzelnes Wort sein.</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>„%1“ ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>A panel is one YAML document; “---” starts another.</source>
        <translation>Ein Panel ist ein einziges YAML-Dokument; „---“ beginnt ein weiteres.</translation>
    </message>
    <message>
        <source>This cannot be read as YAML (%1). A value that holds “: ” or “ #” needs quotes around it.</source>
        <translation>Das ist nicht als YAML lesbar (%1). Ein Wert, der „: “ oder „ #“ enthält, braucht Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ParametersTab</name>
    <message>
        <source>Only &amp;differences</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>parallel coordinates</source>
        <translation>parallele Koordinaten</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>Einen Parameter suchen</translation>
    </message>
    <message>
        <source>Metric of the parallel coordinates</source>
        <translation>Metrik der parallelen Koordinaten</translation>
    </message>
    <message>
        <source>Which value of the metric</source>
        <translation>Welcher Wert der Metrik</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>Embed parallel coordinates</source>
        <translation>Parallele Koordinaten einbetten</translation>
    </message>
    <message>
        <source>The rows chosen against the</source>
        <translation>Die gewählten Zeilen gegen:</translation>
    </message>
    <message>
        <source>No parameters</source>
        <translation>Keine Parameter</translation>
    </message>
    <message>
        <source>No hyper-parameter is known of what is chosen.</source>
        <translation>Von dem, was gewählt ist, sind keine Hyperparameter bekannt.</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The metrics are missing: %1</source>
        <translation>Die Metriken fehlen: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::PathBar</name>
    <message>
        <source>Project path</source>
        <translation>Projektpfad</translation>
    </message>
    <message>
        <source>Go to all reports</source>
        <translation>Zu allen Berichten</translation>
    </message>
    <message>
        <source>Go to project %1</source>
        <translation>Zum Projekt %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::PdfFinisher</name>
    <message>
        <source>The headers do not fit the pages.</source>
        <translation>Die Kopfzeilen passen nicht zu den Seiten.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PdfReader</name>
    <message>
        <source>The printed pages cannot be read as a PDF.</source>
        <translation>Die gedruckten Seiten sind nicht als PDF lesbar.</translation>
    </message>
</context>
<context>
    <name>plotleaf::PlotsTab</name>
    <message>
        <source>the plot</source>
        <translation>die Grafik</translation>
    </message>
    <message>
        <source>all of the metric</source>
        <translation>alles der Metrik</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Grafiken</translation>
    </message>
    <message>
        <source>No plots</source>
        <translation>Keine Grafiken</translation>
    </message>
    <message>
        <source>None of these has reported a plot.</source>
        <translation>Keiner von diesen hat eine Grafik gemeldet.</translation>
    </message>
    <message>
        <source>Nothing has reported a plot here yet.</source>
        <translation>Hier ist noch keine Grafik gemeldet.</translation>
    </message>
    <message>
        <source>all of %1</source>
        <translation>alles von %1</translation>
    </message>
    <message numerus="yes">
        <source>Embed each of %n</source>
        <translation>
            <numerusform>Die %n einbetten</numerusform>
            <numerusform>Jede der %n einbetten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::PrintPreview</name>
    <message>
        <source>Print %1</source>
        <translation>%1 drucken</translation>
    </message>
    <message>
        <source>The printer cannot be used.</source>
        <translation>Der Drucker ist nicht benutzbar.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ProgramData</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language of this translation, such as de or fr. Not a word to translate.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>plotleaf::ProjectCardDelegate</name>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>Sub-projects: %1</source>
        <translation>Unterprojekte: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::ProjectListModel</name>
    <message>
        <source>All of %1</source>
        <translation>Alles aus %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::ProjectPicker</name>
    <message>
        <source>Find or name a project</source>
        <translation>Projekt suchen oder benennen</translation>
    </message>
    <message>
        <source>Find a project, or type a new one such as vision/resnet</source>
        <translation>Projekt suchen oder ein neues eingeben, etwa vision/resnet</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>%1 (it is there already)</source>
        <translation>%1 (gibt es schon)</translation>
    </message>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ anlegen</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Kein Projekt</translation>
    </message>
</context>
<context>
    <name>plotleaf::RemoteImages</name>
    <message>
        <source>The picture cannot be fetched from %1: %2</source>
        <translation>Das Bild lässt sich nicht von %1 abrufen: %2</translation>
    </message>
    <message>
        <source>“%1” is not the address of a picture on the web.</source>
        <translation>„%1“ ist keine Adresse eines Bildes im Web.</translation>
    </message>
    <message>
        <source>The picture is larger than %1 MB.</source>
        <translation>Das Bild ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Das Bild lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RemoteImagesControl</name>
    <message>
        <source>&amp;Load the images of this report</source>
        <translation>Die Bilder dieses Berichts &amp;laden</translation>
    </message>
    <message>
        <source>&amp;Always load images from %1</source>
        <translation>&amp;Immer Bilder von %1 laden</translation>
    </message>
    <message>
        <source>&amp;Open the image in the browser…</source>
        <translation>Das Bild im &amp;Browser öffnen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
</context>
<context>
    <name>plotleaf::RenameDialog</name>
    <message>
        <source>Rename report</source>
        <translation>Bericht umbenennen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>plotleaf::RenderCommand</name>
    <message>
        <source>Print the HTML that a Markdown file becomes</source>
        <translation>Das HTML ausgeben, das aus einer Markdown-Datei wird</translation>
    </message>
    <message>
        <source>Print blocks with their lines, outline and word count as JSON.</source>
        <translation>Blöcke mit ihren Zeilen, Gliederung und Wortzahl als JSON ausgeben.</translation>
    </message>
    <message>
        <source>The Markdown file.</source>
        <translation>Die Markdown-Datei.</translation>
    </message>
    <message>
        <source>Name one Markdown file.</source>
        <translation>Nennen Sie eine Markdown-Datei.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Add &amp;tag…</source>
        <translation>Schlag&amp;wort hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Move to…</source>
        <translation>&amp;Verschieben nach…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Share: copy link</source>
        <translation>&amp;Teilen: Link kopieren</translation>
    </message>
    <message>
        <source>Export as &amp;PDF…</source>
        <translation>Als &amp;PDF exportieren…</translation>
    </message>
    <message>
        <source>Export as &amp;HTML…</source>
        <translation>Als &amp;HTML exportieren…</translation>
    </message>
    <message>
        <source>Export as Mar&amp;kdown…</source>
        <translation>Als &amp;Markdown exportieren…</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>Dru&amp;cken…</translation>
    </message>
    <message>
        <source>P&amp;ublish…</source>
        <translation>Veröffe&amp;ntlichen…</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Restore from &amp;archive</source>
        <translation>Aus dem &amp;Archiv zurückholen</translation>
    </message>
    <message>
        <source>Only archived reports can be deleted</source>
        <translation>Nur archivierte Berichte können gelöscht werden</translation>
    </message>
    <message>
        <source>&amp;Copy to…</source>
        <translation>&amp;Kopieren nach…</translation>
    </message>
    <message>
        <source>Ima&amp;ges…</source>
        <translation>Bil&amp;der…</translation>
    </message>
    <message>
        <source>Open i&amp;n %1</source>
        <comment>a server&apos;s web app</comment>
        <translation>Auf %1 öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>&amp;Versionen…</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportArchiveCommand</name>
    <message>
        <source>Put a report into the archive</source>
        <translation>Einen Bericht archivieren</translation>
    </message>
    <message>
        <source>Take a report out of the archive</source>
        <translation>Einen Bericht aus dem Archiv holen</translation>
    </message>
    <message>
        <source>“%1” is in the archive.</source>
        <translation>„%1“ ist im Archiv.</translation>
    </message>
    <message>
        <source>“%1” is out of the archive.</source>
        <translation>„%1“ ist aus dem Archiv geholt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportCardDelegate</name>
    <message>
        <source>No project</source>
        <translation>Kein Projekt</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>%1 · updated %2</source>
        <comment>author, time</comment>
        <translation>%1 · geändert %2</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Updated %1
Created %2</source>
        <translation>Geändert: %1
Erstellt: %2</translation>
    </message>
    <message>
        <source>Report name</source>
        <translation>Name des Berichts</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>server, project</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportChangeCommand</name>
    <message>
        <source>“%1” has it.</source>
        <translation>„%1“ hat es.</translation>
    </message>
    <message>
        <source>Not sent yet: “plotleaf-cli sync %1”.</source>
        <translation>Noch nicht gesendet: „plotleaf-cli sync %1“.</translation>
    </message>
    <message>
        <source>It waits to be merged: it was changed here and on “%1” in the same lines.</source>
        <translation>Er muss zusammengeführt werden: er wurde hier und auf „%1“ in denselben Zeilen geändert.</translation>
    </message>
    <message>
        <source>“%1” refuses it: %2</source>
        <translation>„%1“ lehnt es ab: %2</translation>
    </message>
    <message>
        <source>Not deleted on the server yet: “plotleaf-cli sync %1”.</source>
        <translation>Auf dem Server noch nicht gelöscht: „plotleaf-cli sync %1“.</translation>
    </message>
    <message>
        <source>Look for the report in this workspace only.</source>
        <translation>Den Bericht nur in diesem Arbeitsbereich suchen.</translation>
    </message>
    <message>
        <source>Exchange changes with the report&apos;s server at once.</source>
        <translation>Sofort mit dem Server des Berichts abgleichen.</translation>
    </message>
    <message>
        <source>Print the report&apos;s fields as JSON.</source>
        <translation>Die Felder des Berichts als JSON ausgeben.</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>Nicht nachfragen.</translation>
    </message>
    <message>
        <source>The report&apos;s id or name, or a link to it.</source>
        <translation>Kennung oder Name des Berichts oder ein Link dorthin.</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>BERICHT</translation>
    </message>
    <message>
        <source>“plotleaf-cli help %1” tells its arguments.</source>
        <translation>„plotleaf-cli help %1“ nennt die Argumente.</translation>
    </message>
    <message>
        <source>There is no terminal to ask on whether this is meant: say --yes.</source>
        <translation>Es gibt kein Terminal für die Rückfrage, ob das so gemeint ist: geben Sie --yes an.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nichts wurde getan.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportCommands</name>
    <message>
        <source>The link to “%1” is on the clipboard.</source>
        <translation>Der Link zu „%1“ ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>“%1” is in no project now.</source>
        <translation>„%1“ ist jetzt in keinem Projekt.</translation>
    </message>
    <message>
        <source>“%1” is in %2 now.</source>
        <translation>„%1“ ist jetzt in %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” is in the archive now.</source>
        <translation>„%1“ ist jetzt im Archiv.</translation>
    </message>
    <message>
        <source>“%1” is back from the archive.</source>
        <translation>„%1“ ist aus dem Archiv zurück.</translation>
    </message>
    <message>
        <source>Only archived reports can be deleted. Archive “%1” first.</source>
        <translation>Nur archivierte Berichte können gelöscht werden. Archivieren Sie „%1“ zuerst.</translation>
    </message>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>„%1“ endgültig löschen?</translation>
    </message>
    <message>
        <source>The report, its images and all its earlier versions are deleted. This cannot be undone.</source>
        <translation>Der Bericht, seine Bilder und alle früheren Fassungen werden gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>“%1” has been deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Publish “%1”?</source>
        <translation>„%1“ veröffentlichen?</translation>
    </message>
    <message>
        <source>A published report is locked: its text can no longer be edited, and there is no way back. Name, description, tags and project can still be changed, and a copy can be made to go on writing.</source>
        <translation>Ein veröffentlichter Bericht ist gesperrt: Sein Text lässt sich nicht mehr bearbeiten, und es gibt keinen Weg zurück. Name, Beschreibung, Schlagwörter und Projekt bleiben änderbar, und zum Weiterschreiben lässt sich eine Kopie anlegen.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>“%1” is published.</source>
        <translation>„%1“ ist veröffentlicht.</translation>
    </message>
    <message>
        <source>Import Markdown</source>
        <translation>Markdown importieren</translation>
    </message>
    <message>
        <source>Export Markdown</source>
        <translation>Markdown exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Markdown (*.md *.markdown *.mdown *.mkd *.txt);;All files (*)</source>
        <translation>Markdown (*.md *.markdown *.mdown *.mkd *.txt);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) imported.</source>
        <translation>
            <numerusform>%n Bericht importiert.</numerusform>
            <numerusform>%n Berichte importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written to %1, with %n file(s) beside it</source>
        <translation>
            <numerusform>Nach %1 geschrieben, mit %n Datei daneben</numerusform>
            <numerusform>Nach %1 geschrieben, mit %n Dateien daneben</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1. Pictures that were not found: %2</source>
        <translation>Nach %1 geschrieben. Nicht gefundene Bilder: %2</translation>
    </message>
    <message>
        <source>“%1” is not on its server yet. The link on the clipboard leads to it on this computer only.</source>
        <translation>„%1“ ist noch nicht auf seinem Server. Der Link in der Zwischenablage führt nur auf diesem Rechner dorthin.</translation>
    </message>
    <message>
        <source>“%1” is not on its server yet.</source>
        <translation>„%1“ ist noch nicht auf seinem Server.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy “%1” with its images to:</source>
        <translation>„%1“ mit seinen Bildern kopieren nach:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>A copy of “%1” is on %2 now.</source>
        <comment>report, server</comment>
        <translation>Eine Kopie von „%1“ ist jetzt auf %2.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a picture, and why it is not in the report</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is imported. Pictures that are not in it: %2</source>
        <translation>„%1“ ist importiert. Bilder, die darin fehlen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) imported. Pictures that are not in them: %1</source>
        <translation>
            <numerusform>%n Bericht importiert. Bilder, die darin fehlen: %1</numerusform>
            <numerusform>%n Berichte importiert. Bilder, die darin fehlen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is as it was saved on %2.</source>
        <translation>„%1“ ist so, wie es am %2 gespeichert wurde.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportDeleteCommand</name>
    <message>
        <source>Delete an archived report for good</source>
        <translation>Einen archivierten Bericht endgültig löschen</translation>
    </message>
    <message>
        <source>Only a report in the archive can be deleted (“plotleaf-cli report archive”). Asks
once, unless --yes. A report of a server is deleted there by the next sync, unless
somebody has changed it there since: then it comes back.</source>
        <translation>Nur ein Bericht im Archiv kann gelöscht werden („plotleaf-cli report archive“). Fragt
einmal nach, außer mit --yes. Ein Bericht eines Servers wird dort beim nächsten Abgleich
gelöscht, es sei denn, jemand hat ihn dort inzwischen geändert: dann kommt er zurück.</translation>
    </message>
    <message>
        <source>“%1” is not in the archive. Archive it first: “plotleaf-cli report archive”.</source>
        <translation>„%1“ ist nicht im Archiv. Archivieren Sie ihn zuerst: „plotleaf-cli report archive“.</translation>
    </message>
    <message>
        <source>Delete “%1” with all its versions? This cannot be undone.</source>
        <translation>„%1“ mit allen Fassungen löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportEditCommand</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>“%1” is published; its text is locked.</source>
        <translation>„%1“ ist veröffentlicht; der Text ist gesperrt.</translation>
    </message>
    <message>
        <source>Change a report&apos;s fields or text</source>
        <translation>Felder oder Text eines Berichts ändern</translation>
    </message>
    <message>
        <source>Another name.</source>
        <translation>Ein anderer Name.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Another description.</source>
        <translation>Eine andere Beschreibung.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>A tag more; may be repeated.</source>
        <translation>Ein Schlagwort mehr; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>SCHLAGWORT</translation>
    </message>
    <message>
        <source>A tag less; may be repeated.</source>
        <translation>Ein Schlagwort weniger; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>The text is what this file holds, byte for byte; - for standard input.</source>
        <translation>Der Text ist, was diese Datei enthält, Byte für Byte; - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Without --name, --description, --add-tag, --remove-tag and --text, the text is opened
in the editor that VISUAL or EDITOR names. When the editor has ended, what was written
is saved, with what was changed elsewhere meanwhile merged in. Should anything fail,
the edited file stays, and its path is told.</source>
        <translation>Ohne --name, --description, --add-tag, --remove-tag und --text öffnet sich der Text in dem
Editor, den VISUAL oder EDITOR nennt. Wenn der Editor zu Ende ist, wird gespeichert, was
geschrieben wurde, zusammengeführt mit dem, was sich inzwischen anderswo geändert hat.
Misslingt etwas, bleibt die bearbeitete Datei, und ihr Pfad wird genannt.</translation>
    </message>
    <message>
        <source>“%1” is changed.</source>
        <translation>„%1“ ist geändert.</translation>
    </message>
    <message>
        <source>“%1” is as it was.</source>
        <translation>„%1“ ist, wie er war.</translation>
    </message>
    <message>
        <source>“%1” is changed; what was written elsewhere meanwhile is merged in.</source>
        <translation>„%1“ ist geändert; was inzwischen anderswo geschrieben wurde, ist darin.</translation>
    </message>
    <message>
        <source>“%1” is changed. The same lines were changed elsewhere meanwhile: yours stand, the others are among its versions.</source>
        <translation>„%1“ ist geändert. Dieselben Zeilen wurden inzwischen anderswo geändert: Ihre gelten, die anderen sind unter den Versionen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportExports</name>
    <message>
        <source>Export as PDF</source>
        <translation>Als PDF exportieren</translation>
    </message>
    <message>
        <source>Export as HTML</source>
        <translation>Als HTML exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Drawing “%1”…</source>
        <translation>„%1“ wird gezeichnet…</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Written to %1, but not everything could be drawn: %2</source>
        <translation>Geschrieben nach %1, aber nicht alles ließ sich zeichnen: %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportImagesDialog</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Looking for the images…</source>
        <translation>Die Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>&amp;Remove unused…</source>
        <translation>Ungenutzte &amp;entfernen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>&amp;Images of “%1”</source>
        <translation>&amp;Bilder von „%1“</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>ungenutzt</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>server and here</source>
        <translation>Server und hier</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>This report has no images of its own.</source>
        <translation>Dieser Bericht hat keine eigenen Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 in all.</source>
        <translation>
            <numerusform>%n Bild, insgesamt %1.</numerusform>
            <numerusform>%n Bilder, insgesamt %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is published: they stay as they are.</source>
        <translation>Der Bericht ist veröffentlicht: sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>What is on the server cannot be seen now: %1</source>
        <translation>Was auf dem Server liegt, ist gerade nicht zu sehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s) that the text does not show?</source>
        <translation>
            <numerusform>%n Bild entfernen, das der Text nicht zeigt?</numerusform>
            <numerusform>%n Bilder entfernen, die der Text nicht zeigt?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their files are deleted, on the server too. Earlier versions of the text that show them will have holes.</source>
        <translation>Ihre Dateien werden gelöscht, auch auf dem Server. Frühere Fassungen des Textes, die sie zeigen, haben dann Lücken.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) stay: the report on the server shows them.</source>
        <translation>
            <numerusform>%n Bild bleibt: der Bericht auf dem Server zeigt es.</numerusform>
            <numerusform>%n Bilder bleiben: der Bericht auf dem Server zeigt sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportListCommand</name>
    <message>
        <source>Only of this project and those below it.</source>
        <translation>Nur aus diesem Projekt und denen darunter.</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>PROJEKT</translation>
    </message>
    <message>
        <source>Only with this tag; may be repeated.</source>
        <translation>Nur mit diesem Schlagwort; mehrfach möglich.</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>SCHLAGWORT</translation>
    </message>
    <message>
        <source>Only with these words.</source>
        <translation>Nur mit diesen Wörtern.</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>WÖRTER</translation>
    </message>
    <message>
        <source>The archive instead of the library.</source>
        <translation>Das Archiv statt der Bibliothek.</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>This command takes no arguments.</source>
        <translation>Dieser Befehl hat keine Argumente.</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>List reports, of this computer and of the servers</source>
        <translation>Berichte auflisten, die dieses Rechners und die der Server</translation>
    </message>
    <message>
        <source>Only of this workspace; “local” is this computer&apos;s own.</source>
        <translation>Nur aus diesem Arbeitsbereich; „local“ ist der dieses Rechners.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportMoveCommand</name>
    <message>
        <source>Move a report to another project</source>
        <translation>Einen Bericht in ein anderes Projekt verschieben</translation>
    </message>
    <message>
        <source>The project, such as vision/resnet, made where it is missing; &quot;&quot; for none.</source>
        <translation>Das Projekt, etwa vision/resnet; wird angelegt, wo es fehlt; &quot;&quot; für keines.</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>PROJEKT</translation>
    </message>
    <message>
        <source>“%1” is in no project now.</source>
        <translation>„%1“ ist jetzt in keinem Projekt.</translation>
    </message>
    <message>
        <source>“%1” is in “%2” now.</source>
        <translation>„%1“ ist jetzt in „%2“.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportNames</name>
    <message>
        <source>A report&apos;s name needs at least 3 characters.</source>
        <translation>Der Name eines Berichts braucht mindestens 3 Zeichen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportNewCommand</name>
    <message>
        <source>Create a report and print its id</source>
        <translation>Einen Bericht anlegen und seine Kennung ausgeben</translation>
    </message>
    <message>
        <source>Take text and fields from this Markdown file.</source>
        <translation>Text und Felder aus dieser Markdown-Datei übernehmen.</translation>
    </message>
    <message>
        <source>The project, created if need be.</source>
        <translation>Das Projekt; es wird bei Bedarf angelegt.</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>PROJEKT</translation>
    </message>
    <message>
        <source>A description.</source>
        <translation>Eine Beschreibung.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>A tag; may be repeated.</source>
        <translation>Ein Schlagwort; mehrfach möglich.</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>SCHLAGWORT</translation>
    </message>
    <message>
        <source>Print the new report&apos;s fields as JSON.</source>
        <translation>Die Felder des neuen Berichts als JSON ausgeben.</translation>
    </message>
    <message>
        <source>Its name, at least 3 characters; may be left out when the file has one.</source>
        <translation>Sein Name, mindestens 3 Zeichen; darf fehlen, wenn die Datei einen hat.</translation>
    </message>
    <message>
        <source>[NAME]</source>
        <translation>[NAME]</translation>
    </message>
    <message>
        <source>Give one name; quote it if it has spaces.</source>
        <translation>Geben Sie einen einzigen Namen an; mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Give the report a name.</source>
        <translation>Geben Sie dem Bericht einen Namen.</translation>
    </message>
    <message>
        <source>In this workspace; this computer&apos;s own when left out.</source>
        <translation>In diesem Arbeitsbereich; ohne Angabe in dem dieses Rechners.</translation>
    </message>
    <message>
        <source>Create it on the server at once.</source>
        <translation>Sofort auf dem Server anlegen.</translation>
    </message>
    <message>
        <source>The picture “%1” is not in the report: %2</source>
        <translation>Das Bild „%1“ ist nicht im Bericht: %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportNotices</name>
    <message>
        <source>This report is published, its text is locked. Duplicate it to go on writing.</source>
        <translation>Dieser Bericht ist veröffentlicht, sein Text ist gesperrt. Duplizieren Sie ihn, um weiterzuschreiben.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Your text cannot be saved: %1 It is tried again every few seconds; nothing you typed is lost while this window is open.</source>
        <translation>Ihr Text lässt sich nicht speichern: %1 Es wird alle paar Sekunden erneut versucht; solange dieses Fenster offen ist, geht nichts verloren.</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>This report shows data of the ClearML server %1, which Plotleaf does not know yet.</source>
        <translation>Dieser Bericht zeigt Daten des ClearML-Servers %1, den Plotleaf noch nicht kennt.</translation>
    </message>
    <message>
        <source>The text of this report is being read from its server. You can write as soon as it is here.</source>
        <translation>Der Text dieses Berichts wird gerade von seinem Server gelesen. Sobald er da ist, können Sie schreiben.</translation>
    </message>
    <message>
        <source>The text of this report is still on its server, so nothing can be written here yet. %1</source>
        <translation>Der Text dieses Berichts ist noch auf seinem Server, daher kann hier noch nichts geschrieben werden. %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportPage</name>
    <message>
        <source>The preview stopped working several times with this text. It is tried again after the next change. The text itself is safe.</source>
        <translation>Die Vorschau ist bei diesem Text mehrmals ausgefallen. Nach der nächsten Änderung wird es erneut versucht. Der Text selbst ist sicher.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportPublishCommand</name>
    <message>
        <source>Publish a report; its text is locked from then on</source>
        <translation>Einen Bericht veröffentlichen; sein Text ist von da an gesperrt</translation>
    </message>
    <message>
        <source>Asks once, unless --yes: publishing cannot be undone.</source>
        <translation>Fragt einmal nach, außer mit --yes: Veröffentlichen lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>“%1” is published already.</source>
        <translation>„%1“ ist schon veröffentlicht.</translation>
    </message>
    <message>
        <source>Publish “%1”? Its text will be locked for good.</source>
        <translation>„%1“ veröffentlichen? Der Text ist dann endgültig gesperrt.</translation>
    </message>
    <message>
        <source>“%1” is published.</source>
        <translation>„%1“ ist veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportShowCommand</name>
    <message>
        <source>Print the text of a report</source>
        <translation>Den Text eines Berichts ausgeben</translation>
    </message>
    <message>
        <source>Print its fields, too, all of it as JSON.</source>
        <translation>Auch seine Felder ausgeben, alles als JSON.</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>BERICHT</translation>
    </message>
    <message>
        <source>Name one report.</source>
        <translation>Nennen Sie einen Bericht.</translation>
    </message>
    <message>
        <source>Look for the report in this workspace only.</source>
        <translation>Den Bericht nur in diesem Arbeitsbereich suchen.</translation>
    </message>
    <message>
        <source>The report&apos;s id or name, or a link to it.</source>
        <translation>Kennung oder Name des Berichts oder ein Link dorthin.</translation>
    </message>
    <message>
        <source>This report has no version %1.</source>
        <translation>Dieser Bericht hat keine Version %1.</translation>
    </message>
    <message>
        <source>The text of this version; see “report versions”.</source>
        <translation>Der Text dieser Version; siehe „report versions“.</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportSidePanel</name>
    <message>
        <source>Headings appear here.</source>
        <translation>Hier erscheinen die Überschriften.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>One or two sentences for the library&apos;s card</source>
        <translation>Ein, zwei Sätze für die Karte in der Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Kein Projekt</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Erstellt: %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportStatusLine</name>
    <message>
        <source>On disk</source>
        <translation>Auf Datenträger</translation>
    </message>
    <message>
        <source>All that is typed is safe on disk. It becomes a version of the report at the next pause.</source>
        <translation>Alles Getippte ist auf dem Datenträger gesichert. Bei der nächsten Pause wird daraus eine Fassung des Berichts.</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation>Eingabe…</translation>
    </message>
    <message>
        <source>The last quarter of a second is not on disk yet.</source>
        <translation>Die letzte Viertelsekunde ist noch nicht auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The text is saved as a version of the report.</source>
        <translation>Der Text ist als Fassung des Berichts gespeichert.</translation>
    </message>
    <message>
        <source>Go to line (Ctrl+G)</source>
        <translation>Gehe zu Zeile (Strg+G)</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>A published report&apos;s text is locked.</source>
        <translation>Der Text eines veröffentlichten Berichts ist gesperrt.</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source> · %1 selected</source>
        <translation> · %1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportStore</name>
    <message>
        <source>This report is not in the library any more.</source>
        <translation>Dieser Bericht ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This report is published already.</source>
        <translation>Dieser Bericht ist bereits veröffentlicht.</translation>
    </message>
    <message>
        <source>Only an archived report can be deleted. Archive it first.</source>
        <translation>Nur ein archivierter Bericht kann gelöscht werden. Archivieren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>This report was published meanwhile, and its text is locked. What you wrote since is kept in its revisions.</source>
        <translation>Dieser Bericht wurde inzwischen veröffentlicht, sein Text ist gesperrt. Was Sie seither geschrieben haben, bleibt in seinen Fassungen erhalten.</translation>
    </message>
    <message>
        <source>The text of this report has not been read from its server yet.</source>
        <translation>Der Text dieses Berichts ist noch nicht von seinem Server gelesen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportTabs</name>
    <message>
        <source>Open reports</source>
        <translation>Offene Berichte</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Plotleaf ended before “%1” was saved; what was typed is here again.</source>
        <translation>Plotleaf wurde beendet, bevor „%1“ gespeichert war; das Getippte ist wieder da.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>%1: not saved</source>
        <translation>%1: nicht gespeichert</translation>
    </message>
    <message>
        <source>“%1” is no longer in the library; its tab was closed.</source>
        <translation>„%1“ ist nicht mehr in der Bibliothek; der Reiter wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportTemplate</name>
    <message>
        <source>Blank</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportVersionsCommand</name>
    <message>
        <source>List the kept versions of a report&apos;s text</source>
        <translation>Die aufgehobenen Versionen eines Berichts auflisten</translation>
    </message>
    <message>
        <source>Look for the report in this workspace only.</source>
        <translation>Den Bericht nur in diesem Arbeitsbereich suchen.</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>The report&apos;s id or name, or a link to it.</source>
        <translation>Kennung oder Name des Berichts oder ein Link dorthin.</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>BERICHT</translation>
    </message>
    <message>
        <source>Name one report.</source>
        <translation>Nennen Sie einen Bericht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ReportView::Private</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>The preview stopped and was started again.</source>
        <translation>Die Vorschau ist ausgefallen und wurde neu gestartet.</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line, 1 to %1</source>
        <translation>Zeile, 1 bis %1</translation>
    </message>
    <message>
        <source>Insert images</source>
        <translation>Bilder einfügen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp *.svg *.bmp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.webp *.svg *.bmp)</translation>
    </message>
    <message>
        <source>The same lines were changed elsewhere meanwhile. Yours stand; the others are among the report&apos;s versions.</source>
        <translation>Dieselben Zeilen wurden inzwischen anderswo geändert. Ihre gelten; die anderen sind unter den Versionen des Berichts.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ResourceFile</name>
    <message>
        <source>The installation is incomplete: plotleaf.rcc was not found beside the program.</source>
        <translation>Die Installation ist unvollständig: plotleaf.rcc wurde nicht neben dem Programm gefunden.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RevisionReason</name>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Written after publishing</source>
        <translation>Nach dem Veröffentlichen geschrieben</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>From the server</source>
        <translation>Vom Server</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengeführt</translation>
    </message>
    <message>
        <source>Unfinished merge</source>
        <translation>Unfertige Zusammenführung</translation>
    </message>
    <message>
        <source>Merge not taken</source>
        <translation>Nicht übernommene Zusammenführung</translation>
    </message>
    <message>
        <source>Images sent</source>
        <translation>Bilder gesendet</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
</context>
<context>
    <name>plotleaf::RevisionStore</name>
    <message>
        <source>This revision is not there any more.</source>
        <translation>Diese Fassung gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RoundLock</name>
    <message>
        <source>The library&apos;s folder does not allow writing: %1</source>
        <translation>Im Ordner der Bibliothek lässt sich nicht schreiben: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunBrowser</name>
    <message>
        <source>Embed from a run</source>
        <translation>Aus einem Lauf einbetten</translation>
    </message>
    <message>
        <source>No server yet</source>
        <translation>Noch kein Server</translation>
    </message>
    <message>
        <source>Runs come from a ClearML server. Add yours, and its projects, tasks and models are listed here.</source>
        <translation>Läufe kommen von einem ClearML-Server. Fügen Sie Ihren hinzu, dann stehen seine Projekte, Tasks und Modelle hier.</translation>
    </message>
    <message>
        <source>Add a ClearML server…</source>
        <translation>ClearML-Server hinzufügen…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Neu fragen</translation>
    </message>
    <message>
        <source>Ask again (F5)</source>
        <translation>Neu fragen (F5)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1…</translation>
    </message>
    <message>
        <source>The code is on the clipboard.</source>
        <translation>Der Code ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Another place with runs</source>
        <translation>Noch ein Ort mit Läufen</translation>
    </message>
    <message>
        <source>Choose a &amp;folder of runs…</source>
        <translation>Einen &amp;Ordner mit Läufen wählen…</translation>
    </message>
    <message>
        <source>Add a ClearML &amp;server…</source>
        <translation>Einen ClearML-&amp;Server hinzufügen…</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunBrowsing</name>
    <message>
        <source>Folder with runs</source>
        <translation>Ordner mit Läufen</translation>
    </message>
    <message>
        <source>You are working offline. Runs are on the server; go online to look through them.</source>
        <translation>Sie arbeiten ohne Netz. Läufe sind auf dem Server; gehen Sie ans Netz, um sie durchzusehen.</translation>
    </message>
    <message>
        <source>Run folders here</source>
        <translation>Ordner mit Läufen hier</translation>
    </message>
    <message>
        <source>Inserted into “%1”.</source>
        <translation>In „%1“ eingefügt.</translation>
    </message>
    <message>
        <source>“%1” is published and takes no changes. The code is on the clipboard instead.</source>
        <translation>„%1“ ist veröffentlicht und nimmt keine Änderungen an. Der Code ist stattdessen in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No report is open. The code is on the clipboard instead.</source>
        <translation>Es ist kein Bericht offen. Der Code ist stattdessen in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunCardDelegate</name>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunChart</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Nothing here is above zero: a logarithmic axis has no place for it.</source>
        <translation>Nichts hier ist größer als null: eine logarithmische Achse hat dafür keinen Platz.</translation>
    </message>
    <message>
        <source>No values yet.</source>
        <translation>Noch keine Werte.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) at or below zero are not on a logarithmic axis.</source>
        <translation>
            <numerusform>%n Wert kleiner oder gleich null ist nicht auf einer logarithmischen Achse.</numerusform>
            <numerusform>%n Werte kleiner oder gleich null sind nicht auf einer logarithmischen Achse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time from start (%1)</source>
        <translation>Zeit seit dem Start (%1)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::RunDetail</name>
    <message>
        <source>Choose a run</source>
        <translation>Wählen Sie einen Lauf</translation>
    </message>
    <message>
        <source>Its curves, plots, samples, values and parameters are shown here. Choose several, with Ctrl or Shift, to compare them.</source>
        <translation>Hier stehen dann seine Kurven, Grafiken, Beispiele, Werte und Parameter. Wählen Sie mit Strg oder Umschalt mehrere, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Open in ClearML</source>
        <translation>In ClearML öffnen</translation>
    </message>
    <message>
        <source>Scalars</source>
        <translation>Skalare</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Grafiken</translation>
    </message>
    <message>
        <source>Debug samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Single values</source>
        <translation>Einzelwerte</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message numerus="yes">
        <source>%n compared</source>
        <translation>
            <numerusform>%n im Vergleich</numerusform>
            <numerusform>%n im Vergleich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::RunField</name>
    <message>
        <source>“%1” is not a field of runs.</source>
        <translation>„%1“ ist kein Feld von Läufen.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Fields: %1.</source>
        <translation>Felder: %1.</translation>
    </message>
    <message>
        <source>Say which value of the metric is meant: metrics.%1 and then .last, .min, .max or .mean.</source>
        <translation>Geben Sie an, welcher Wert der Metrik gemeint ist: metrics.%1 und dann .last, .min, .max oder .mean.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunFilter</name>
    <message>
        <source>this is not an operator. Operators: %1.</source>
        <translation>das ist kein Operator. Operatoren: %1.</translation>
    </message>
    <message>
        <source>this character means nothing here.</source>
        <translation>dieses Zeichen hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>this quotation mark is never closed.</source>
        <translation>dieses Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>At the end of the filter: %1</source>
        <translation>Am Ende des Filters: %1</translation>
    </message>
    <message>
        <source>At character %1 of the filter: %2</source>
        <translation>Bei Zeichen %1 des Filters: %2</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Der Filter ist zu lang.</translation>
    </message>
    <message>
        <source>the filter is empty.</source>
        <translation>der Filter ist leer.</translation>
    </message>
    <message>
        <source>expected “and”, “or” or the end of the filter.</source>
        <translation>erwartet wird „and“, „or“ oder das Ende des Filters.</translation>
    </message>
    <message>
        <source>the filter is nested too deeply.</source>
        <translation>der Filter ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>expected “)”.</source>
        <translation>erwartet wird „)“.</translation>
    </message>
    <message>
        <source>expected a field, such as name or config.lr.</source>
        <translation>erwartet wird ein Feld wie name oder config.lr.</translation>
    </message>
    <message>
        <source>expected an operator: %1.</source>
        <translation>erwartet wird ein Operator: %1.</translation>
    </message>
    <message>
        <source>expected a regular expression in quotes.</source>
        <translation>erwartet wird ein regulärer Ausdruck in Anführungszeichen.</translation>
    </message>
    <message>
        <source>expected a list, such as [a, b].</source>
        <translation>erwartet wird eine Liste wie [a, b].</translation>
    </message>
    <message>
        <source>expected “,” or the end of the list.</source>
        <translation>erwartet wird „,“ oder das Ende der Liste.</translation>
    </message>
    <message>
        <source>expected a value, such as 0.1 or &quot;text&quot;.</source>
        <translation>erwartet wird ein Wert wie 0.1 oder &quot;text&quot;.</translation>
    </message>
    <message>
        <source>expected a time, such as now-7d or 2026-11-21.</source>
        <translation>erwartet wird eine Zeit wie now-7d oder 2026-11-21.</translation>
    </message>
    <message>
        <source>“%1” is not a state. States: %2.</source>
        <translation>„%1“ ist kein Zustand. Zustände: %2.</translation>
    </message>
    <message>
        <source>Tags(&quot;…&quot;) is compared with True or False.</source>
        <translation>Tags(&quot;…&quot;) wird mit True oder False verglichen.</translation>
    </message>
    <message>
        <source>KeysInfo(&quot;…&quot;) can only be compared with None: whether the run has the metric.</source>
        <translation>KeysInfo(&quot;…&quot;) lässt sich nur mit None vergleichen: ob der Lauf die Metrik hat.</translation>
    </message>
    <message>
        <source>“within_last” is only for the time of creation.</source>
        <translation>„within_last“ gibt es nur für die Zeit der Entstehung.</translation>
    </message>
    <message>
        <source>expected a time such as 5 days, 2 hours or 90 minutes.</source>
        <translation>erwartet wird eine Zeit wie 5 days, 2 hours oder 90 minutes.</translation>
    </message>
    <message>
        <source>a field is compared with a value, not with another.</source>
        <translation>ein Feld wird mit einem Wert verglichen, nicht mit einem anderen Feld.</translation>
    </message>
    <message>
        <source>this is neither a value nor arithmetic on numbers.</source>
        <translation>das ist weder ein Wert noch eine Rechnung mit Zahlen.</translation>
    </message>
    <message>
        <source>of a text&apos;s escapes, only those of quotes and of the backslash are read.</source>
        <translation>von den Umschreibungen eines Textes werden nur die der Anführungszeichen und des umgekehrten Schrägstrichs gelesen.</translation>
    </message>
    <message>
        <source>“%1” is not an attribute of runs. Attributes: %2. A parameter is Config(&quot;%1&quot;), a metric SummaryMetric(&quot;%1&quot;).</source>
        <translation>„%1“ ist kein Merkmal von Läufen. Merkmale: %2. Ein Parameter ist Config(&quot;%1&quot;), eine Metrik SummaryMetric(&quot;%1&quot;).</translation>
    </message>
    <message>
        <source>expected Config(&quot;…&quot;), Summary(&quot;…&quot;), Metric(&quot;…&quot;), KeysInfo(&quot;…&quot;) or Tags().</source>
        <translation>erwartet wird Config(&quot;…&quot;), Summary(&quot;…&quot;), Metric(&quot;…&quot;), KeysInfo(&quot;…&quot;) oder Tags().</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunFinder</name>
    <message>
        <source>The folder holds more than 200,000 folders; the rest was not searched for runs.</source>
        <translation>Der Ordner enthält mehr als 200.000 Ordner; der Rest wurde nicht nach Läufen durchsucht.</translation>
    </message>
    <message>
        <source>Searching for runs was cancelled.</source>
        <translation>Die Suche nach Läufen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The folder “%1” may not be read.</source>
        <translation>Der Ordner „%1“ darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Den Ordner „%1“ gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunGroups</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n run(s))</source>
        <translation>
            <numerusform>%1 (%n Lauf)</numerusform>
            <numerusform>%1 (%n Läufe)</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups: %1.</source>
        <translation>Gruppen: %1.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunListModel</name>
    <message>
        <source>%1, %2, in %3</source>
        <translation>%1, %2, in %3</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunListPane</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Search by name, id or tag</source>
        <translation>Name, Kennung oder Schlagwort suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Changed last</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <translation>Läufe werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for more…</source>
        <translation>Weitere werden gesucht…</translation>
    </message>
    <message>
        <source>Nothing here matches.</source>
        <translation>Hier passt nichts.</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>Hier ist noch nichts.</translation>
    </message>
    <message>
        <source>The tags are missing: %1</source>
        <translation>Die Tags fehlen: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunLock</name>
    <message>
        <source>The panel does not say which runs.</source>
        <translation>Das Panel sagt nicht, welche Läufe.</translation>
    </message>
    <message>
        <source>The keys stand in braces. Runs are locked where each key has a line of its own.</source>
        <translation>Die Schlüssel stehen in Klammern. Läufe lassen sich festhalten, wo jeder Schlüssel eine eigene Zeile hat.</translation>
    </message>
    <message>
        <source>The runs are locked already.</source>
        <translation>Die Läufe sind schon festgehalten.</translation>
    </message>
    <message>
        <source>There is no run that could be locked.</source>
        <translation>Es gibt keinen Lauf, der sich festhalten ließe.</translation>
    </message>
    <message>
        <source>The runs are not locked.</source>
        <translation>Die Läufe sind nicht festgehalten.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunProjectTree</name>
    <message>
        <source>Find a project</source>
        <translation>Ein Projekt suchen</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Looking for projects…</source>
        <translation>Projekte werden gesucht…</translation>
    </message>
    <message>
        <source>There are no projects.</source>
        <translation>Es gibt keine Projekte.</translation>
    </message>
    <message>
        <source>No project is called so.</source>
        <translation>So heißt kein Projekt.</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Alle Projekte</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunSelection</name>
    <message>
        <source>“%1” needs a single value.</source>
        <translation>„%1“ braucht einen einzelnen Wert.</translation>
    </message>
    <message>
        <source>“limit” is a whole number from 1 to %1.</source>
        <translation>„limit“ ist eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>“%1” is not a key of runs.</source>
        <translation>„%1“ ist kein Schlüssel von „runs“.</translation>
    </message>
    <message>
        <source>Say where the runs are, for example: source: folder:runs</source>
        <translation>Geben Sie an, wo die Läufe sind, zum Beispiel: source: folder:runs</translation>
    </message>
    <message>
        <source>This report has no run set “%1”. (A folder is written folder:%1.)</source>
        <translation>In diesem Bericht gibt es keine Laufauswahl „%1“. (Ein Ordner wird folder:%1 geschrieben.)</translation>
    </message>
    <message>
        <source>In the run set “%1”:</source>
        <translation>In der Laufauswahl „%1“:</translation>
    </message>
    <message>
        <source>“runs” needs a folder (folder:runs), the name of a run set, or keys such as source and filter.</source>
        <translation>„runs“ braucht einen Ordner (folder:runs), den Namen einer Laufauswahl oder Schlüssel wie source und filter.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunSources</name>
    <message>
        <source>No source of runs is called “%1”.</source>
        <translation>Eine Quelle von Läufen mit dem Namen „%1“ gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::RunTab</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>plotleaf::SafePattern</name>
    <message>
        <source>The regular expression is too long.</source>
        <translation>Der reguläre Ausdruck ist zu lang.</translation>
    </message>
    <message>
        <source>“%1” is not a regular expression: %2, at its character %3.</source>
        <translation>„%1“ ist kein regulärer Ausdruck: %2, bei Zeichen %3.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SamplesTab</name>
    <message>
        <source>the sample</source>
        <translation>das Beispiel</translation>
    </message>
    <message>
        <source>Debug samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Das neueste</translation>
    </message>
    <message>
        <source>No debug samples</source>
        <translation>Keine Beispiele</translation>
    </message>
    <message>
        <source>No picture, sound or text has been reported here yet.</source>
        <translation>Hier ist noch kein Bild, Ton oder Text gemeldet.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Sounds are played in the report.</source>
        <translation>Töne werden im Bericht abgespielt.</translation>
    </message>
    <message>
        <source>This is no picture that Plotleaf can read.</source>
        <translation>Dieses Bild kann Plotleaf nicht lesen.</translation>
    </message>
    <message>
        <source>Text of the sample</source>
        <translation>Text des Beispiels</translation>
    </message>
    <message>
        <source>Looking for samples…</source>
        <translation>Beispiele werden gesucht…</translation>
    </message>
    <message>
        <source>No sample of this name is there any more.</source>
        <translation>Ein Beispiel dieses Namens gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Pages are shown in the report.</source>
        <translation>Seiten werden im Bericht gezeigt.</translation>
    </message>
    <message>
        <source>Films are played in the report.</source>
        <translation>Filme werden im Bericht abgespielt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ScalarCard</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No values yet.</source>
        <translation>Noch keine Werte.</translation>
    </message>
    <message>
        <source>[no name]</source>
        <translation>[ohne Namen]</translation>
    </message>
</context>
<context>
    <name>plotleaf::ScalarPanel</name>
    <message>
        <source>One number of a metric for each run, large.</source>
        <translation>Eine Zahl einer Metrik je Lauf, groß.</translation>
    </message>
    <message>
        <source>Which metrics are shown.</source>
        <translation>Welche Metriken gezeigt werden.</translation>
    </message>
    <message>
        <source>Which number of a metric; min, max and mean pass over NaN.</source>
        <translation>Welche Zahl einer Metrik; min, max und mean überspringen NaN.</translation>
    </message>
    <message>
        <source>Say which metric to show, for example “y: %1”.</source>
        <translation>Geben Sie an, welche Metrik gezeigt wird, zum Beispiel „y: %1“.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>Another name for a run or a group.</source>
        <translation>Ein anderer Name für einen Lauf oder eine Gruppe.</translation>
    </message>
    <message numerus="yes">
        <source>%1 over %n run(s): %2</source>
        <comment>mean over 3 runs: last of loss</comment>
        <translation>
            <numerusform>%1 über %n Lauf: %2</numerusform>
            <numerusform>%1 über %n Läufe: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ScalarsTab</name>
    <message>
        <source>Find a metric</source>
        <translation>Eine Metrik suchen</translation>
    </message>
    <message>
        <source>No scalars</source>
        <translation>Keine Skalare</translation>
    </message>
    <message>
        <source>None of these has reported a scalar.</source>
        <translation>Keiner von diesen hat einen Skalar gemeldet.</translation>
    </message>
    <message>
        <source>Nothing has reported a scalar here yet.</source>
        <translation>Hier ist noch kein Skalar gemeldet.</translation>
    </message>
    <message>
        <source>all of %1</source>
        <translation>alles von %1</translation>
    </message>
    <message numerus="yes">
        <source>Embed each of %n</source>
        <translation>
            <numerusform>Die %n einbetten</numerusform>
            <numerusform>Jede der %n einbetten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::SentAssets</name>
    <message>
        <source>The image “%1” cannot be read from this computer.</source>
        <translation>Das Bild „%1“ lässt sich auf diesem Rechner nicht lesen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ServerCheck</name>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>the secret key of %1 is known</source>
        <translation>der geheime Schlüssel von %1 ist bekannt</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 antwortet</translation>
    </message>
    <message>
        <source>signed in as %1 of %2, ClearML %3</source>
        <translation>angemeldet als %1 von %2, ClearML %3</translation>
    </message>
    <message>
        <source>the server&apos;s clock agrees with this one</source>
        <translation>die Uhr des Servers stimmt mit dieser überein</translation>
    </message>
    <message numerus="yes">
        <source>the server&apos;s clock is %n minute(s) ahead of this one; Plotleaf copes with that</source>
        <translation>
            <numerusform>die Uhr des Servers geht gegenüber dieser %n Minute vor; Plotleaf kommt damit zurecht</numerusform>
            <numerusform>die Uhr des Servers geht gegenüber dieser %n Minuten vor; Plotleaf kommt damit zurecht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the server&apos;s clock is %n minute(s) behind this one; Plotleaf copes with that</source>
        <translation>
            <numerusform>die Uhr des Servers geht gegenüber dieser %n Minute nach; Plotleaf kommt damit zurecht</numerusform>
            <numerusform>die Uhr des Servers geht gegenüber dieser %n Minuten nach; Plotleaf kommt damit zurecht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n Bericht</numerusform>
            <numerusform>%n Berichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n report(s)</source>
        <translation>
            <numerusform>mehr als %n Bericht</numerusform>
            <numerusform>mehr als %n Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 Images of reports are not shown.</source>
        <translation>%1: %2 Bilder in Berichten werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ServerFinder</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>der Standardeingabe</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>der Umgebung</translation>
    </message>
    <message>
        <source>Give the server&apos;s address: there is neither CLEARML_API_HOST nor %1.</source>
        <translation>Geben Sie die Adresse des Servers an: es gibt weder CLEARML_API_HOST noch %1.</translation>
    </message>
    <message>
        <source>Read from %1.</source>
        <translation>Gelesen aus %1.</translation>
    </message>
    <message>
        <source>This configuration switches the check of certificates off; Plotleaf checks all the same.</source>
        <translation>Diese Konfiguration schaltet die Prüfung von Zertifikaten ab; Plotleaf prüft trotzdem.</translation>
    </message>
    <message>
        <source>This configuration does not say where the server is: give its address too.</source>
        <translation>Diese Konfiguration sagt nicht, wo der Server ist: geben Sie auch seine Adresse an.</translation>
    </message>
</context>
<context>
    <name>plotleaf::Session</name>
    <message>
        <source>Plotleaf</source>
        <translation>Plotleaf</translation>
    </message>
</context>
<context>
    <name>plotleaf::Settings</name>
    <message>
        <source>There is no setting “%1”.</source>
        <translation>Die Einstellung „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is no value for the setting “%2”.</source>
        <translation>„%1“ ist kein Wert für die Einstellung „%2“.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SettingsDialog</name>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Font size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Source only</source>
        <translation>Nur Quelltext</translation>
    </message>
    <message>
        <source>Source and preview</source>
        <translation>Quelltext und Vorschau</translation>
    </message>
    <message>
        <source>Preview only</source>
        <translation>Nur Vorschau</translation>
    </message>
    <message>
        <source>F&amp;ont</source>
        <translation>S&amp;chriftart</translation>
    </message>
    <message>
        <source>S&amp;ize</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Open &amp;reports with</source>
        <translation>&amp;Berichte öffnen mit</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Reports are in</source>
        <translation>Berichte liegen in</translation>
    </message>
    <message>
        <source>At the start, open the reports that &amp;were open</source>
        <translation>Beim Start die zuletzt &amp;offenen Berichte öffnen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>&amp;Choose sites…</source>
        <translation>&amp;Seiten wählen…</translation>
    </message>
    <message>
        <source>Images from the web</source>
        <translation>Bilder aus dem Netz</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>Sch&amp;lüssel…</translation>
    </message>
    <message>
        <source>Cloud storage</source>
        <translation>Cloud-Speicher</translation>
    </message>
    <message>
        <source>Samples in buckets</source>
        <translation>Beispiele in Buckets</translation>
    </message>
</context>
<context>
    <name>plotleaf::SharedSource</name>
    <message>
        <source>The source of the runs was closed.</source>
        <translation>Die Quelle der Läufe wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ShotStudio</name>
    <message>
        <source>It did not come: %1</source>
        <translation>Nicht erschienen: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>plotleaf::ShotsCommand</name>
    <message>
        <source>The pictures at scale %1 failed.</source>
        <translation>Die Bilder im Maßstab %1 sind gescheitert.</translation>
    </message>
    <message>
        <source>Write pictures of the program&apos;s windows</source>
        <translation>Bilder der Fenster des Programms schreiben</translation>
    </message>
    <message>
        <source>Pixels per unit of length: 1 or 2; both when not given.</source>
        <translation>Pixel je Längeneinheit: 1 oder 2; ohne Angabe beide.</translation>
    </message>
    <message>
        <source>SCALE</source>
        <translation>MASSSTAB</translation>
    </message>
    <message>
        <source>Where to write them.</source>
        <translation>Wohin sie geschrieben werden.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Name one folder.</source>
        <translation>Nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The scale is 1 or 2.</source>
        <translation>Der Maßstab ist 1 oder 2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SourceCatalog</name>
    <message>
        <source>No frame shows runs of a folder.</source>
        <translation>Kein Rahmen zeigt Läufe eines Ordners.</translation>
    </message>
    <message>
        <source>The run does not have this sample any more.</source>
        <translation>Der Lauf hat dieses Beispiel nicht mehr.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SourceEditor</name>
    <message>
        <source>Report source</source>
        <translation>Quelltext des Berichts</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncCommand</name>
    <message>
        <source>This computer&apos;s own reports have no server.</source>
        <translation>Die eigenen Berichte dieses Rechners haben keinen Server.</translation>
    </message>
    <message>
        <source>Exchange changes with the servers</source>
        <translation>Mit den Servern abgleichen</translation>
    </message>
    <message>
        <source>Reports that are not on the server any more go from here too, however many; without this, many at once are not believed.</source>
        <translation>Berichte, die nicht mehr auf dem Server sind, verschwinden auch hier, wie viele es auch sind; ohne diese Angabe wird vielen auf einmal nicht geglaubt.</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>Names of workspaces; all servers when left out.</source>
        <translation>Namen von Arbeitsbereichen; ohne Angabe alle Server.</translation>
    </message>
    <message>
        <source>[WORKSPACE]...</source>
        <translation>[ARBEITSBEREICH]...</translation>
    </message>
    <message>
        <source>Reads what changed on the server, merges it, and sends what was changed here: one
round, to its end. It may be run beside Plotleaf&apos;s window. Exit status 4 means that a
report waits for a person: it is in conflict, or the server refuses it.

The secret key comes from CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY where the
first is the workspace&apos;s key, else from the system&apos;s key store, else it is asked for.</source>
        <translation>Liest, was sich auf dem Server geändert hat, führt es zusammen und sendet, was hier geändert
wurde: eine Runde, bis zum Ende. Das geht auch neben dem Fenster von Plotleaf. Rückgabewert 4
heißt, dass ein Bericht auf einen Menschen wartet: er ist im Konflikt, oder der Server lehnt
ihn ab.

Der geheime Schlüssel kommt aus CLEARML_API_ACCESS_KEY und CLEARML_API_SECRET_KEY, wo das erste
der Schlüssel des Arbeitsbereichs ist, sonst aus dem Schlüsselbund des Systems; sonst wird
danach gefragt.</translation>
    </message>
    <message>
        <source>There is no server yet; “plotleaf-cli workspace add” adds one.</source>
        <translation>Es gibt noch keinen Server; „plotleaf-cli workspace add“ fügt einen hinzu.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncLook</name>
    <message>
        <source>Text to come</source>
        <translation>Text folgt</translation>
    </message>
    <message>
        <source>The text of this report has not been read from its server yet.</source>
        <translation>Der Text dieses Berichts ist noch nicht von seinem Server gelesen.</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>The server has all of this report.</source>
        <translation>Der Server hat alles von diesem Bericht.</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>There are changes that the server does not have yet.</source>
        <translation>Es gibt Änderungen, die der Server noch nicht hat.</translation>
    </message>
    <message>
        <source>It cannot be sent yet: %1</source>
        <translation>Er lässt sich noch nicht senden: %1</translation>
    </message>
    <message>
        <source>To be merged</source>
        <translation>Zusammenzuführen</translation>
    </message>
    <message>
        <source>It was changed here and on the server in the same lines. The button of the servers offers to merge it.</source>
        <translation>Er wurde hier und auf dem Server in denselben Zeilen geändert. Der Knopf der Server bietet an, ihn zusammenzuführen.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The server does not take your changes: %1</source>
        <translation>Der Server nimmt Ihre Änderungen nicht an: %1</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncResult</name>
    <message>
        <source>pulled</source>
        <translation>geholt</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>zusammengeführt</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>pushed</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>changed here and on the server; what was chosen here was kept, theirs was: %1</source>
        <translation>hier und auf dem Server geändert; was hier gewählt war, blieb, dort stand: %1</translation>
    </message>
    <message>
        <source>published on the server meanwhile; your text is the draft %1 of this computer</source>
        <translation>inzwischen auf dem Server veröffentlicht; Ihr Text ist der Entwurf %1 auf diesem Rechner</translation>
    </message>
    <message>
        <source>deleted on the server meanwhile; your text is the draft %1 of this computer</source>
        <translation>inzwischen auf dem Server gelöscht; Ihr Text ist der Entwurf %1 auf diesem Rechner</translation>
    </message>
    <message>
        <source>deleted here, but changed on the server since</source>
        <translation>hier gelöscht, aber seitdem auf dem Server geändert</translation>
    </message>
    <message>
        <source>changed here and on the server in the same lines; merge it in Plotleaf&apos;s window</source>
        <translation>hier und auf dem Server in denselben Zeilen geändert; führen Sie ihn im Fenster von Plotleaf zusammen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>2 pulled</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in step, nothing new</source>
        <translation>im Gleichstand, nichts Neues</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are not on the server any more. Nothing is deleted here until you say so: --accept-removals</source>
        <translation>
            <numerusform>%n Bericht ist nicht mehr auf dem Server. Hier wird nichts gelöscht, bis Sie es sagen: --accept-removals</numerusform>
            <numerusform>%n Berichte sind nicht mehr auf dem Server. Hier wird nichts gelöscht, bis Sie es sagen: --accept-removals</numerusform>
        </translation>
    </message>
    <message>
        <source>held</source>
        <translation>aufgehalten</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncRound</name>
    <message>
        <source>The server&apos;s list of reports does not end.</source>
        <translation>Die Berichtsliste des Servers nimmt kein Ende.</translation>
    </message>
    <message>
        <source>The server lets you read this report, not change it.</source>
        <translation>Der Server lässt Sie diesen Bericht lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>The image “%1” cannot be sent: %2</source>
        <translation>Das Bild „%1“ lässt sich nicht senden: %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncRunner</name>
    <message>
        <source>Set CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY, or run this in a terminal to be asked.</source>
        <translation>Setzen Sie CLEARML_API_ACCESS_KEY und CLEARML_API_SECRET_KEY, oder rufen Sie dies in einem Terminal auf, um gefragt zu werden.</translation>
    </message>
    <message>
        <source>%1: asking for changes…</source>
        <translation>%1: fragt nach Änderungen…</translation>
    </message>
    <message>
        <source>%1: %2 of %3 texts</source>
        <translation>%1: %2 von %3 Texten</translation>
    </message>
    <message>
        <source>Another Plotleaf is syncing “%1” just now; waiting for it.</source>
        <translation>Ein anderes Plotleaf gleicht „%1“ gerade ab; es wird darauf gewartet.</translation>
    </message>
    <message>
        <source>Another Plotleaf has been syncing “%1” for too long.</source>
        <translation>Ein anderes Plotleaf gleicht „%1“ schon zu lange ab.</translation>
    </message>
    <message>
        <source>You will be asked again the next time.</source>
        <translation>Beim nächsten Mal werden Sie wieder gefragt.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncStore</name>
    <message>
        <source>There is nothing to merge.</source>
        <translation>Es gibt nichts zusammenzuführen.</translation>
    </message>
    <message>
        <source>This report does not belong to a server.</source>
        <translation>Dieser Bericht gehört zu keinem Server.</translation>
    </message>
    <message>
        <source>This report was changed again while you merged it, in lines that you decided. Merge once more; what you made is kept among its versions.</source>
        <translation>Dieser Bericht wurde, während Sie ihn zusammengeführt haben, noch einmal geändert, in Zeilen, über die Sie entschieden haben. Führen Sie ihn noch einmal zusammen; was Sie gemacht haben, liegt bei seinen Fassungen.</translation>
    </message>
    <message>
        <source>There is nothing to merge any more: one side took its lines back. What you made is kept among the report&apos;s versions.</source>
        <translation>Es ist nichts mehr zusammenzuführen: eine Seite hat ihre Zeilen zurückgenommen. Was Sie gemacht haben, ist unter den Versionen des Berichts.</translation>
    </message>
</context>
<context>
    <name>plotleaf::SyncTaker</name>
    <message>
        <source>%1 (kept)</source>
        <translation>%1 (behalten)</translation>
    </message>
</context>
<context>
    <name>plotleaf::TableFormat</name>
    <message>
        <source>The table “%1” is not read: its lines are too long.</source>
        <translation>Die Tabelle „%1“ wird nicht gelesen: ihre Zeilen sind zu lang.</translation>
    </message>
</context>
<context>
    <name>plotleaf::TableGrid</name>
    <message>
        <source>Table of %1 columns and %2 rows</source>
        <translation>Tabelle mit %1 Spalten und %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 columns × %2 rows</source>
        <translation>%1 Spalten × %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>plotleaf::TablePanel</name>
    <message>
        <source>Runs in rows, their configuration and metrics in columns.</source>
        <translation>Läufe in Zeilen, ihre Konfiguration und Metriken in Spalten.</translation>
    </message>
    <message>
        <source>Which metrics have a column; the first ones where nothing is said.</source>
        <translation>Welche Metriken eine Spalte haben; ohne Angabe die ersten.</translation>
    </message>
    <message>
        <source>Which numbers of a metric, each in a column.</source>
        <translation>Welche Zahlen einer Metrik, jede in einer Spalte.</translation>
    </message>
    <message>
        <source>Which parameters have a column; where nothing is said, those that differ between runs.</source>
        <translation>Welche Parameter eine Spalte haben; ohne Angabe die, in denen sich Läufe unterscheiden.</translation>
    </message>
    <message>
        <source>Which other facts about a run have a column.</source>
        <translation>Welche anderen Angaben zu einem Lauf eine Spalte haben.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Showing %1 of %2 metrics; “y” names others.</source>
        <translation>Es werden %1 von %2 Metriken gezeigt; „y“ nennt andere.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Another name for a run or a group.</source>
        <translation>Ein anderer Name für einen Lauf oder eine Gruppe.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>plotleaf::TableReader</name>
    <message>
        <source>The last line of “%1” has become longer.</source>
        <translation>Die letzte Zeile von „%1“ ist länger geworden.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read as JSON.</source>
        <translation>Die Datei „%1“ lässt sich nicht als JSON lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) cannot be read, the first is line %2</source>
        <translation>
            <numerusform>%1: %n Zeile ist nicht lesbar, die erste ist Zeile %2</numerusform>
            <numerusform>%1: %n Zeilen sind nicht lesbar, die erste ist Zeile %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: lines of more than 4 MB are passed over</source>
        <translation>%1: Zeilen von mehr als 4 MB werden übergangen</translation>
    </message>
    <message>
        <source>%1: there are too many columns to read all</source>
        <translation>%1: es sind zu viele Spalten, um alle zu lesen</translation>
    </message>
    <message>
        <source>%1: only the first 10,000 runs are read</source>
        <translation>%1: nur die ersten 10.000 Läufe werden gelesen</translation>
    </message>
</context>
<context>
    <name>plotleaf::TableRun</name>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
</context>
<context>
    <name>plotleaf::TagFilter</name>
    <message>
        <source>A&amp;ny of them</source>
        <translation>&amp;Eines davon</translation>
    </message>
    <message>
        <source>A&amp;ll of them</source>
        <translation>&amp;Alle davon</translation>
    </message>
    <message>
        <source>Filter by tags</source>
        <translation>Nach Schlagwörtern filtern</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Schlagwort suchen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Click once to include, twice to exclude.</source>
        <translation>Ein Klick schließt ein, zwei schließen aus.</translation>
    </message>
    <message>
        <source>Only reports with this tag</source>
        <translation>Nur Berichte mit diesem Schlagwort</translation>
    </message>
    <message>
        <source>No reports with this tag</source>
        <translation>Keine Berichte mit diesem Schlagwort</translation>
    </message>
</context>
<context>
    <name>plotleaf::TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Find a tag or type a new one</source>
        <translation>Schlagwort suchen oder neues eingeben</translation>
    </message>
    <message>
        <source>Tags of the report</source>
        <translation>Schlagwörter des Berichts</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Tags of “%1”</source>
        <translation>&amp;Schlagwörter von „%1“</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation>Schlagwörter speichern</translation>
    </message>
</context>
<context>
    <name>plotleaf::TensorboardRun</name>
    <message numerus="yes">
        <source>%1: %n damaged record(s) skipped</source>
        <translation>
            <numerusform>%1: %n beschädigter Datensatz übersprungen</numerusform>
            <numerusform>%1: %n beschädigte Datensätze übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>image, audio or text</source>
        <translation>Bild, Ton oder Text</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
</context>
<context>
    <name>plotleaf::Terminal</name>
    <message>
        <source>[y/N]</source>
        <extracomment>the answers to a question on the terminal: yes, or no when only Enter is pressed</extracomment>
        <translation>[j/N]</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>the letter for yes in [y/N]</extracomment>
        <translation>j</translation>
    </message>
</context>
<context>
    <name>plotleaf::TextCodec</name>
    <message>
        <source>A kept text is damaged and cannot be read.</source>
        <translation>Ein aufbewahrter Text ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>The text could not be compressed.</source>
        <translation>Der Text ließ sich nicht komprimieren.</translation>
    </message>
</context>
<context>
    <name>plotleaf::TextMerge</name>
    <message>
        <source>The text is too large to merge.</source>
        <translation>Der Text ist zu groß, um zusammengeführt zu werden.</translation>
    </message>
    <message>
        <source>The texts could not be merged.</source>
        <translation>Die Texte ließen sich nicht zusammenführen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::TextSearch</name>
    <message>
        <source>%1 (at character %2)</source>
        <translation>%1 (bei Zeichen %2)</translation>
    </message>
</context>
<context>
    <name>plotleaf::TitleBlock</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>plotleaf::ValuesTab</name>
    <message>
        <source>Single values</source>
        <translation>Einzelwerte</translation>
    </message>
    <message>
        <source>the single values</source>
        <translation>die Einzelwerte</translation>
    </message>
    <message>
        <source>No single values</source>
        <translation>Keine Einzelwerte</translation>
    </message>
    <message>
        <source>No value without steps has been reported here yet.</source>
        <translation>Hier ist noch kein Wert ohne Schritte gemeldet.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>plotleaf::VersionsDialog</name>
    <message>
        <source>Versions of “%1”</source>
        <translation>Versionen von „%1“</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Restore this version</source>
        <translation>Diese Version &amp;zurückholen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What is shown of the version</source>
        <translation>Was von der Version gezeigt wird</translation>
    </message>
    <message>
        <source>What changed since this version</source>
        <translation>Was seit dieser Version geändert wurde</translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation>Was diese Version geändert hat</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>Der ganze Text</translation>
    </message>
    <message>
        <source>Text of the version</source>
        <translation>Text der Version</translation>
    </message>
    <message>
        <source>Every save keeps a version. There is none yet.</source>
        <translation>Jedes Speichern hebt eine Version auf. Noch gibt es keine.</translation>
    </message>
    <message>
        <source>The report is published: its text is locked.</source>
        <translation>Der Bericht ist veröffentlicht: sein Text ist gesperrt.</translation>
    </message>
    <message>
        <source>This version is empty.</source>
        <translation>Diese Version ist leer.</translation>
    </message>
    <message>
        <source>The texts are equal.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n Zeile dazu</numerusform>
            <numerusform>%n Zeilen dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n Zeile weg</numerusform>
            <numerusform>%n Zeilen weg</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::ViewActions</name>
    <message>
        <source>&amp;Source only</source>
        <translation>Nur &amp;Quelltext</translation>
    </message>
    <message>
        <source>Source and &amp;preview</source>
        <translation>Quelltext &amp;und Vorschau</translation>
    </message>
    <message>
        <source>P&amp;review only</source>
        <translation>Nur &amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Outline and details</source>
        <translation>&amp;Gliederung und Details</translation>
    </message>
    <message>
        <source>&amp;Line numbers</source>
        <translation>&amp;Zeilennummern</translation>
    </message>
    <message>
        <source>S&amp;croll together</source>
        <translation>Ge&amp;meinsam scrollen</translation>
    </message>
    <message>
        <source>&amp;Markdown at a glance</source>
        <translation>Mar&amp;kdown auf einen Blick</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>S&amp;how as on ClearML</source>
        <translation>&amp;Wie auf ClearML zeigen</translation>
    </message>
</context>
<context>
    <name>plotleaf::WandbExpression</name>
    <message>
        <source>W&amp;B has no parentheses within parentheses.</source>
        <translation>W&amp;B kennt keine Klammern in Klammern.</translation>
    </message>
    <message>
        <source>W&amp;B&apos;s filters have no regular expressions.</source>
        <translation>Die Filter von W&amp;B kennen keine regulären Ausdrücke.</translation>
    </message>
    <message>
        <source>W&amp;B compares with None only by == and !=.</source>
        <translation>W&amp;B vergleicht mit None nur durch == und !=.</translation>
    </message>
    <message>
        <source>W&amp;B knows “contains” only of tags.</source>
        <translation>W&amp;B kennt „contains“ nur bei Schlagwörtern.</translation>
    </message>
    <message>
        <source>W&amp;B counts time back from now only as “created &gt;= now-…”.</source>
        <translation>W&amp;B rechnet Zeit nur als „created &gt;= now-…“ von jetzt zurück.</translation>
    </message>
    <message>
        <source>W&amp;B compares a metric only by its summary: summary.%1.</source>
        <translation>W&amp;B vergleicht eine Metrik nur über ihre Zusammenfassung: summary.%1.</translation>
    </message>
    <message>
        <source>W&amp;B&apos;s filters cannot ask for “%1”.</source>
        <translation>Die Filter von W&amp;B können nicht nach „%1“ fragen.</translation>
    </message>
    <message>
        <source>W&amp;B has no “not” before a comparison by size.</source>
        <translation>W&amp;B kennt kein „not“ vor einem Größenvergleich.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WandbLogReader</name>
    <message>
        <source>The file “%1” is not there any more.</source>
        <translation>Die Datei „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2</source>
        <translation>Die Datei „%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The file “%1” was replaced while it was being read.</source>
        <translation>Die Datei „%1“ wurde ersetzt, während sie gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WandbRun</name>
    <message numerus="yes">
        <source>%1: %n damaged record(s) skipped</source>
        <translation>
            <numerusform>%1: %n beschädigter Datensatz übersprungen</numerusform>
            <numerusform>%1: %n beschädigte Datensätze übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: some values were left out because there are too many.</source>
        <translation>%1: einige Werte wurden ausgelassen, weil es zu viele sind.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>image, sound, film, text or page</source>
        <translation>Bild, Ton, Film, Text oder Seite</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>plotleaf::WandbSamples</name>
    <message>
        <source>The run&apos;s file “%1” is not there.</source>
        <translation>Die Datei „%1“ des Laufs ist nicht da.</translation>
    </message>
    <message>
        <source>The file “%1” is larger than %2.</source>
        <translation>Die Datei „%1“ ist größer als %2.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2</source>
        <translation>Die Datei „%1“ ist nicht lesbar: %2</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceAddCommand</name>
    <message>
        <source>Nobody has said what to sign in with.</source>
        <translation>Niemand hat gesagt, womit angemeldet werden soll.</translation>
    </message>
    <message>
        <source>Make a key pair in the server&apos;s web app: Settings, Workspace, Create new credentials.</source>
        <translation>Legen Sie in der Web-App des Servers ein Schlüsselpaar an: Settings, Workspace, Create new credentials.</translation>
    </message>
    <message>
        <source>User name:</source>
        <translation>Benutzername:</translation>
    </message>
    <message>
        <source>Access key:</source>
        <translation>Zugangsschlüssel:</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Secret key:</source>
        <translation>Geheimer Schlüssel:</translation>
    </message>
    <message>
        <source>No secret key was given.</source>
        <translation>Es wurde kein geheimer Schlüssel angegeben.</translation>
    </message>
    <message>
        <source>Only if whoever runs the server told you this very fingerprint, add: --accept-certificate %1</source>
        <translation>Nur wenn Ihnen die Betreiber des Servers genau diesen Fingerabdruck genannt haben, fügen Sie hinzu: --accept-certificate %1</translation>
    </message>
    <message>
        <source>There is already a workspace “%1”; --name gives the new one another name.</source>
        <translation>Einen Arbeitsbereich „%1“ gibt es schon; --name gibt dem neuen einen anderen Namen.</translation>
    </message>
    <message>
        <source>Found: web %1, API %2, files %3</source>
        <translation>Gefunden: Web %1, API %2, Dateien %3</translation>
    </message>
    <message>
        <source>Add a ClearML server</source>
        <translation>Einen ClearML-Server hinzufügen</translation>
    </message>
    <message>
        <source>How it is called here; the server&apos;s host when left out.</source>
        <translation>Wie er hier heißt; ohne Angabe wie der Rechner des Servers.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Read address and keys from this clearml.conf; - for standard input.</source>
        <translation>Adresse und Schlüssel aus dieser clearml.conf lesen; - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>The access key, or the user&apos;s name.</source>
        <translation>Der Zugangsschlüssel oder der Benutzername.</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are believed for this server.</source>
        <translation>Zertifikate (PEM), denen bei diesem Server geglaubt wird.</translation>
    </message>
    <message>
        <source>Accept this one certificate, whatever is wrong with it.</source>
        <translation>Dieses eine Zertifikat hinnehmen, was immer daran falsch ist.</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>The server&apos;s web address is enough; - reads what the web app shows when credentials are created from standard input.</source>
        <translation>Die Web-Adresse des Servers genügt; - liest von der Standardeingabe, was die Web-App beim Anlegen der Zugangsdaten zeigt.</translation>
    </message>
    <message>
        <source>[ADDRESS]</source>
        <translation>[ADRESSE]</translation>
    </message>
    <message>
        <source>Without an address, CLEARML_API_HOST and its like say which server is meant, else
~/clearml.conf (or the file that CLEARML_CONFIG_FILE names).

The secret key is never an option, because others could see it. It comes from the
configuration, from CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY, from the
system&apos;s key store, or is asked for on the terminal. It is kept in the key store,
where there is one, and nowhere else.

  plotleaf-cli workspace add https://app.clear.ml --name prod
  plotleaf-cli workspace add --config ~/clearml.conf
  xclip -o | plotleaf-cli workspace add -</source>
        <translation>Ohne Adresse sagen CLEARML_API_HOST und die verwandten Variablen, welcher Server gemeint ist,
sonst ~/clearml.conf (oder die Datei, die CLEARML_CONFIG_FILE nennt).

Der geheime Schlüssel ist nie eine Option, weil andere ihn sehen könnten. Er kommt aus der
Konfiguration, aus CLEARML_API_ACCESS_KEY und CLEARML_API_SECRET_KEY, aus dem Schlüsselbund des
Systems, oder es wird im Terminal danach gefragt. Aufbewahrt wird er im Schlüsselbund, wo es
einen gibt, und sonst nirgends.

  plotleaf-cli workspace add https://app.clear.ml --name prod
  plotleaf-cli workspace add --config ~/clearml.conf
  xclip -o | plotleaf-cli workspace add -</translation>
    </message>
    <message>
        <source>Give one address.</source>
        <translation>Geben Sie eine Adresse an.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>The secret key has to be given each time: asked for, or in CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY.</source>
        <translation>Der geheime Schlüssel muss jedes Mal angegeben werden: auf Nachfrage oder in CLEARML_API_ACCESS_KEY und CLEARML_API_SECRET_KEY.</translation>
    </message>
    <message>
        <source>“%1” is added, signed in as %2. “plotleaf-cli sync %1” reads its reports.</source>
        <translation>„%1“ ist hinzugefügt, angemeldet als %2. „plotleaf-cli sync %1“ liest die Berichte.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceButton</name>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Servers: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>How your servers are doing</source>
        <translation>Wie es um Ihre Server steht</translation>
    </message>
    <message>
        <source>&amp;Add a ClearML server…</source>
        <translation>Einen ClearML-Server &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Remove “%1”…</source>
        <translation>„%1“ entfernen…</translation>
    </message>
    <message>
        <source>Work &amp;online</source>
        <translation>&amp;Online arbeiten</translation>
    </message>
    <message>
        <source>&amp;Sparingly: the network is expensive</source>
        <translation>&amp;Sparsam: Das Netz ist teuer</translation>
    </message>
    <message>
        <source>Work o&amp;ffline</source>
        <translation>O&amp;ffline arbeiten</translation>
    </message>
    <message>
        <source>Synchronise &amp;now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>They are deleted: take them from here too…</source>
        <translation>Sie sind gelöscht: auch hier entfernen…</translation>
    </message>
    <message>
        <source>The others are marked in the library</source>
        <translation>Die übrigen sind in der Bibliothek markiert</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceController</name>
    <message>
        <source>“%1” is connected. Its reports are on their way.</source>
        <translation>„%1“ ist verbunden. Die Berichte sind unterwegs.</translation>
    </message>
    <message>
        <source>This system has no key store that Plotleaf can use. You will be asked for the secret key at the next start.</source>
        <translation>Dieses System hat keinen Schlüsselspeicher, den Plotleaf benutzen kann. Beim nächsten Start wird nach dem geheimen Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Sign in to “%1”</source>
        <translation>Bei „%1“ anmelden</translation>
    </message>
    <message>
        <source>Secret key, or password, of %1:</source>
        <translation>Geheimer Schlüssel oder Passwort von %1:</translation>
    </message>
    <message>
        <source>Remove “%1” from Plotleaf?</source>
        <translation>„%1“ aus Plotleaf entfernen?</translation>
    </message>
    <message>
        <source>Its reports go from this computer and stay on the server. This is refused while there are changes that the server does not have.</source>
        <translation>Die Berichte verschwinden von diesem Rechner und bleiben auf dem Server. Das wird abgelehnt, solange es Änderungen gibt, die der Server nicht hat.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Merged. The result is on its way to the server.</source>
        <translation>Zusammengeführt. Das Ergebnis ist unterwegs zum Server.</translation>
    </message>
    <message>
        <source>Open your draft</source>
        <translation>Ihren Entwurf öffnen</translation>
    </message>
    <message>
        <source>“%1” was changed here and on %2 in the same lines.</source>
        <translation>„%1“ wurde hier und auf %2 in denselben Zeilen geändert.</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>Name, description or project of “%1” were changed here and on %2. What you chose was kept; theirs was: %3</source>
        <translation>Name, Beschreibung oder Projekt von „%1“ wurden hier und auf %2 geändert. Ihre Wahl blieb; auf der anderen Seite stand: %3</translation>
    </message>
    <message>
        <source>“%1” was published on %2 while you changed it. Your text was kept as a new draft.</source>
        <translation>„%1“ wurde auf %2 veröffentlicht, während Sie daran gearbeitet haben. Ihr Text blieb als neuer Entwurf erhalten.</translation>
    </message>
    <message>
        <source>“%1” was deleted on %2 while you changed it. Your text was kept as a new draft.</source>
        <translation>„%1“ wurde auf %2 gelöscht, während Sie daran gearbeitet haben. Ihr Text blieb als neuer Entwurf erhalten.</translation>
    </message>
    <message>
        <source>“%1”, which you deleted, was changed on %2 since. It is back.</source>
        <translation>„%1“, von Ihnen gelöscht, wurde seitdem auf %2 geändert. Der Bericht ist wieder da.</translation>
    </message>
    <message>
        <source>%2 does not take your changes of “%1”: %3</source>
        <translation>%2 nimmt Ihre Änderungen an „%1“ nicht an: %3</translation>
    </message>
    <message numerus="yes">
        <source>Take %n report(s) of “%1” from this computer too?</source>
        <translation>
            <numerusform>%n Bericht von „%1“ auch von diesem Rechner entfernen?</numerusform>
            <numerusform>%n Berichte von „%1“ auch von diesem Rechner entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them from here</source>
        <translation>Hier entfernen</translation>
    </message>
    <message>
        <source>Which servers there are could not be read. %1</source>
        <translation>Welche Server es gibt, ließ sich nicht lesen. %1</translation>
    </message>
    <message>
        <source>The server does not have them any more: %1. Do this only when you know that they were deleted there.</source>
        <translation>Der Server hat sie nicht mehr: %1. Tun Sie das nur, wenn Sie wissen, dass sie dort gelöscht wurden.</translation>
    </message>
    <message>
        <source>“%1” is not on %2 yet: %3 It is tried again.</source>
        <translation>„%1“ ist noch nicht auf %2: %3 Es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>%2 does not let “%1” be deleted: %3 It is back.</source>
        <translation>%2 lässt „%1“ nicht löschen: %3 Er ist wieder da.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceListCommand</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n Bericht</numerusform>
            <numerusform>%n Berichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n noch nicht gelesen</numerusform>
            <numerusform>%n noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n nicht gesendet</numerusform>
            <numerusform>%n nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n im Konflikt</numerusform>
            <numerusform>%n im Konflikt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>List this computer&apos;s workspace and the servers</source>
        <translation>Den Arbeitsbereich dieses Rechners und die Server auflisten</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>This command takes no arguments.</source>
        <translation>Dieser Befehl hat keine Argumente.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceRemoveCommand</name>
    <message>
        <source>Take a server and its reports from this computer</source>
        <translation>Einen Server und seine Berichte von diesem Rechner nehmen</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>Nicht nachfragen.</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>The workspace&apos;s name.</source>
        <translation>Der Name des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>WORKSPACE</source>
        <translation>ARBEITSBEREICH</translation>
    </message>
    <message>
        <source>The reports stay on the server. Asks once, unless --yes, and is refused (exit status
4) while there are changes that the server does not have. The secret key goes from
the system&apos;s key store, unless another workspace uses it.</source>
        <translation>Die Berichte bleiben auf dem Server. Fragt einmal nach, außer mit --yes, und wird abgelehnt
(Rückgabewert 4), solange es Änderungen gibt, die der Server nicht hat. Der geheime Schlüssel
verschwindet aus dem Schlüsselbund des Systems, es sei denn, ein anderer Arbeitsbereich
benutzt ihn.</translation>
    </message>
    <message>
        <source>Name one workspace.</source>
        <translation>Nennen Sie einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>This computer&apos;s own reports stay.</source>
        <translation>Die eigenen Berichte dieses Rechners bleiben.</translation>
    </message>
    <message>
        <source>There is no terminal to ask on whether this is meant: say --yes.</source>
        <translation>Es gibt kein Terminal für die Rückfrage, ob das so gemeint ist: geben Sie --yes an.</translation>
    </message>
    <message>
        <source>Take “%1” and its reports from this computer? The server keeps them.</source>
        <translation>„%1“ und seine Berichte von diesem Rechner nehmen? Der Server behält sie.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nichts wurde getan.</translation>
    </message>
    <message>
        <source>“%1” is removed; its reports are on the server.</source>
        <translation>„%1“ ist entfernt; seine Berichte sind auf dem Server.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceState</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait(s) to be sent.</source>
        <translation>
            <numerusform>%n Änderung wartet auf das Senden.</numerusform>
            <numerusform>%n Änderungen warten auf das Senden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) has/have still to be read.</source>
        <translation>
            <numerusform>%n Text ist noch zu lesen.</numerusform>
            <numerusform>%n Texte sind noch zu lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) was/were changed here and on the server in the same lines and has/have to be merged by you.</source>
        <translation>
            <numerusform>%n Bericht wurde hier und auf dem Server in denselben Zeilen geändert und muss von Ihnen zusammengeführt werden.</numerusform>
            <numerusform>%n Berichte wurden hier und auf dem Server in denselben Zeilen geändert und müssen von Ihnen zusammengeführt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are refused by the server.</source>
        <translation>
            <numerusform>%n Bericht wird vom Server abgelehnt.</numerusform>
            <numerusform>%n Berichte werden vom Server abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are not on the server any more. Nothing is deleted here until you say so.</source>
        <translation>
            <numerusform>%n Bericht ist nicht mehr auf dem Server. Hier wird nichts gelöscht, bevor Sie es sagen.</numerusform>
            <numerusform>%n Berichte sind nicht mehr auf dem Server. Hier wird nichts gelöscht, bevor Sie es sagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n waiting</source>
        <translation>
            <numerusform>Offline, %n wartet</numerusform>
            <numerusform>Offline, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Syncing, %1 of %2</source>
        <translation>Abgleich, %1 von %2</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>Braucht Sie</translation>
    </message>
    <message numerus="yes">
        <source>Online, %n waiting</source>
        <translation>
            <numerusform>Online, %n wartet</numerusform>
            <numerusform>Online, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Plotleaf is set to work offline. Everything you change is kept and sent later.</source>
        <translation>Plotleaf ist auf Arbeit ohne Netz eingestellt. Alles, was Sie ändern, bleibt erhalten und wird später gesendet.</translation>
    </message>
    <message>
        <source>The network is expensive: your changes are sent, texts are not fetched ahead.</source>
        <translation>Das Netz ist teuer: Ihre Änderungen werden gesendet, Texte nicht im Voraus geholt.</translation>
    </message>
    <message>
        <source>Last in step %1 ago.</source>
        <translation>Zuletzt abgeglichen vor %1.</translation>
    </message>
    <message>
        <source>Tried again in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) is/are held up and is/are tried again:</source>
        <translation>
            <numerusform>%n Bericht wird aufgehalten und noch einmal versucht:</numerusform>
            <numerusform>%n Berichte werden aufgehalten und noch einmal versucht:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceStore</name>
    <message>
        <source>There are changes that the server does not have yet.</source>
        <translation>Es gibt Änderungen, die der Server noch nicht hat.</translation>
    </message>
    <message>
        <source>A workspace&apos;s id is made of letters, digits, and the characters . _ - /</source>
        <translation>Die Kennung eines Arbeitsbereichs besteht aus Buchstaben, Ziffern und den Zeichen . _ - /</translation>
    </message>
    <message>
        <source>There is such a workspace already.</source>
        <translation>Einen solchen Arbeitsbereich gibt es schon.</translation>
    </message>
    <message>
        <source>There is no such workspace.</source>
        <translation>Einen solchen Arbeitsbereich gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>plotleaf::WorkspaceTestCommand</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Web app</source>
        <translation>Web-App</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>Say what works with a server and what does not</source>
        <translation>Sagen, was mit einem Server geht und was nicht</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>JSON ausgeben.</translation>
    </message>
    <message>
        <source>The workspace&apos;s name.</source>
        <translation>Der Name des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>WORKSPACE</source>
        <translation>ARBEITSBEREICH</translation>
    </message>
    <message>
        <source>Nothing is changed, neither here nor there. The exit status is that of what failed first.</source>
        <translation>Es wird nichts geändert, weder hier noch dort. Der Rückgabewert ist der von dem, was zuerst misslang.</translation>
    </message>
    <message>
        <source>Name one workspace.</source>
        <translation>Nennen Sie einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>This computer&apos;s own reports have no server.</source>
        <translation>Die eigenen Berichte dieses Rechners haben keinen Server.</translation>
    </message>
</context>
<context>
    <name>plotleaf::YamlMap</name>
    <message>
        <source>This YAML is too large.</source>
        <translation>Dieses YAML ist zu groß.</translation>
    </message>
    <message>
        <source>This cannot be read as YAML.</source>
        <translation>Das lässt sich nicht als YAML lesen.</translation>
    </message>
</context>
<context>
    <name>plotleaf::relativeTime</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 Min.</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 Std.</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
</context>
<context>
    <name>plotleaf::reportFiles</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plotleaf::reportName</name>
    <message>
        <source>Please give the report a name.</source>
        <translation>Bitte geben Sie dem Bericht einen Namen.</translation>
    </message>
</context>
</TS>
