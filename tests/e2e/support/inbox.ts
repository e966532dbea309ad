//! A mail server on this machine that keeps what it is sent.

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** The server looks for news every half a minute. */
const ARRIVAL_LIMIT_MS = 40_000;

/** All mails that were sent to it, in the order in which they came. */
export class Inbox {
  private readonly mails: ParsedMail[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, taken) => {
      void simpleParser(stream).then((mail) => {
        this.mails.push(mail);
        taken();
      }, taken);
    },
  });

  /** Listens on a free port. */
  static async open(): Promise<Inbox> {
    const inbox = new Inbox();
    inbox.server.listen(0, "127.0.0.1");
    await once(inbox.server.server, "listening");
    return inbox;
  }

  /** What `SMTP_URL` names it by. */
  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  /** The first mail with this subject, once it has come. */
  async mail(subject: RegExp): Promise<ParsedMail> {
    for (const limit = Date.now() + ARRIVAL_LIMIT_MS; Date.now() < limit; await sleep(50)) {
      const mail = this.mails.find((mail) => subject.test(mail.subject ?? ""));
      if (mail) return mail;
    }
    const came = this.mails.map((mail) => mail.subject).join(", ");
    throw new Error(`no mail ${subject} came, only: ${came}`);
  }

  async close(): Promise<void> {
    const closed = once(this.server.server, "close");
    this.server.close();
    await closed;
  }
}

/** The first address in a mail's text that holds `part`. */
export function link(mail: ParsedMail, part: string): string {
  const addresses = mail.text?.match(/https?:\/\/\S+/g) ?? [];
  const found = addresses.find((address) => address.includes(part));
  if (found === undefined) throw new Error(`no link with ${part} in:\n${mail.text}`);
  return found;
}
