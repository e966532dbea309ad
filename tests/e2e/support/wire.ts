//! A network between a browser and the server that can lose answers.

import { once } from "node:events";
import { type AddressInfo, createServer, connect } from "node:net";

/** Passes on what it is sent, both ways, until answers are to be lost. */
export class Wire {
  private loses = false;
  private heard = () => {};
  private readonly server;

  private constructor(to: URL) {
    this.server = createServer((browser) => {
      const upstream = connect(Number(to.port), to.hostname);
      const end = () => {
        browser.destroy();
        upstream.destroy();
      };
      for (const side of [browser, upstream]) side.on("error", end).on("close", end);
      browser.pipe(upstream);
      upstream.on("data", (answer) => {
        if (this.loses) this.heard();
        else browser.write(answer);
      });
    });
  }

  /** A wire to this server, on a free port. */
  static async to(url: string): Promise<Wire> {
    const wire = new Wire(new URL(url));
    wire.server.listen(0, "127.0.0.1");
    await once(wire.server, "listening");
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Loses every answer from now on; ends once there was one to lose. */
  async loseAnAnswer(): Promise<void> {
    const lost = new Promise<void>((done) => (this.heard = done));
    this.loses = true;
    await lost;
  }

  /** Passes answers on again. */
  mend(): void {
    this.loses = false;
  }

  close(): void {
    this.server.close();
  }
}
