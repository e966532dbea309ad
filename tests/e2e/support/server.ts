//! A real server of its own for every story: the built binary, a free port, an empty data folder.

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** `cargo xtask` names the binary it built; a bare `npx playwright test` finds it in its usual place. */
const BINARY = process.env.BAROMETER ?? resolve("target/release/barometer");
const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 10_000;

/** The demo webinar's fixed code and presenter secret, as `serve --demo` publishes them. */
export const DEMO = { code: "DEM234", presenterSecret: "demo-presenter" } as const;

/** A running `barometer serve --demo`. */
export class Server {
  private process?: ChildProcess;
  /** All that the server has printed. */
  log = "";

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly demoSeconds: number,
    private readonly setupToken: string,
    private readonly smtpUrl: string,
  ) {}

  /**
   * Starts a server on an empty database; the demo's invented participants vote for `demoSeconds`. With a setup
   * token there is no demo, and the vendor has no key; with a mail server it sends mail.
   */
  static async start(demoSeconds: number, setupToken = "", smtpUrl = ""): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), "barometer-"));
    const server = new Server(folder, await freePort(), demoSeconds, setupToken, smtpUrl);
    await server.up();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process again after `down`, on the same port and data. */
  async up(): Promise<void> {
    const start = this.setupToken ? ["--setup-token", this.setupToken] : ["--demo"];
    const place = ["--bind", `127.0.0.1:${this.port}`, "--dist", resolve("dist"), ...this.storage()];
    const mail = this.smtpUrl ? { SMTP_URL: this.smtpUrl, MAIL_FROM: "Barometer <barometer@leverandør.example>" } : {};
    const child = spawn(BINARY, ["serve", ...start, ...place], {
      env: { ...process.env, BAROMETER_DEMO_SECONDS: String(this.demoSeconds), ...mail },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    const keep = (text: Buffer) => (this.log += text.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => (this.log += `${error}\n`));
    await this.ready(child);
  }

  /** Ends the process the way an operator does; the data stays. */
  async down(): Promise<void> {
    const child = this.process;
    if (!child || hasEnded(child)) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const patience = new AbortController();
    const late = sleep(STOP_LIMIT_MS, "late", { signal: patience.signal }).catch(() => "ended");
    const result = await Promise.race([ended, late]);
    patience.abort();
    if (result !== "late") return;
    child.kill("SIGKILL");
    throw new Error(`the server did not stop within ${STOP_LIMIT_MS} ms\n${this.log}`);
  }

  /** Ends the process as a power cut does, without a word to it. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || hasEnded(child)) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** Ends the process and removes its data. */
  async remove(): Promise<void> {
    try {
      await this.down();
    } finally {
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  /** `barometer import FILE` into the running server's database; answers what it printed. */
  async import(file: string): Promise<string> {
    const args = ["import", resolve(file), "--public-url", this.url, ...this.storage()];
    const { stdout } = await promisify(execFile)(BINARY, args);
    return stdout;
  }

  /** What somebody does who wants look-ups forgotten: takes away the log's head, which lies beside the pepper. */
  async loseLogHead(): Promise<void> {
    await rm(join(this.folder, "secrets", "look-ups"));
  }

  private storage(): string[] {
    return [
      "--database-url",
      `sqlite:${join(this.folder, "barometer.db")}`,
      "--secrets-dir",
      join(this.folder, "secrets"),
    ];
  }

  private async ready(child: ChildProcess): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    while (Date.now() < limit && !hasEnded(child)) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(50);
    }
    child.kill("SIGKILL");
    throw new Error(`the server did not become ready\n${this.log}`);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
