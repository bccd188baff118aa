/** The C++ side, as seen from here: slots of one QWebChannel object. PROTOCOL.md says what each means. */
export interface Host {
  ready(): void;
  need(part: string): void;
  shown(version: number): void;
  panelVisible(key: string, visible: boolean, width: number): void;
  panelRange(key: string, x0: number, x1: number): void;
  scrolled(line: number): void;
  link(href: string): void;
  taskToggled(line: number, checked: boolean): void;
  consentAsked(url: string): void;
  imagesBlocked(count: number, hosts: string[]): void;
  copyAsked(text: string): void;
  drawn(json: string): void;
  failed(message: string): void;
}

interface Channel {
  objects: { host: Host };
}

declare const QWebChannel: new (transport: unknown, opened: (channel: Channel) => void) => unknown;
declare const qt: { webChannelTransport: unknown };

/** Resolves once the channel is open. Qt's qwebchannel.js must have been run in this world. */
export function connectHost(): Promise<Host> {
  return new Promise((resolve) => {
    new QWebChannel(qt.webChannelTransport, (channel) => resolve(channel.objects.host));
  });
}
