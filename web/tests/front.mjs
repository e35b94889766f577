// A door in front of an office's server: it passes everything on, and can change what is answered,
// as a newer server would; with `folder` it hands out the pages of that folder instead of those in
// the binary.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { extname, join } from "node:path";

const types = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
};

function policy(text) {
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; " +
        `style-src 'self' 'sha256-${hash}'; img-src 'self' blob:; connect-src 'self'; ` +
        "worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'"
    );
}

function body(stream) {
    return new Promise((done, fail) => {
        const parts = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => done(Buffer.concat(parts)));
        stream.on("error", fail);
    });
}

export class Front {
    /// `port` is the server's.
    static async open(port, folder = undefined) {
        const front = new Front();
        front.port = port;
        front.folder = folder;
        /// By path: (answer, asked, bytes asked with) => answer, or its promise; the first two are
        /// texts.
        front.changes = new Map();
        /// (method, path) => the status of a refusal, if it is one.
        front.refuses = () => undefined;
        front.server = createServer((request, response) => {
            front.answer(request, response).catch(() => response.destroy());
        });
        await new Promise((done) => front.server.listen(0, "127.0.0.1", done));
        front.address = `http://127.0.0.1:${front.server.address().port}`;
        return front;
    }

    close() {
        this.server.closeAllConnections();
        return new Promise((done) => this.server.close(done));
    }

    async answer(request, response) {
        const { pathname } = new URL(request.url, "http://x");
        const asked = await body(request);
        const refused = this.refuses(request.method, pathname);
        if (refused) {
            const problem = { rule: "test.no", message: "Không được", message_en: "No" };
            response.writeHead(refused, { "content-type": "application/json" });
            response.end(JSON.stringify({ ...problem, op_index: null, field: "", facts: {} }));
            return;
        }
        const file = this.file(pathname);
        let answer = file ?? (await this.pass(request, asked));
        const change = this.changes.get(pathname);
        if (change) {
            const said = answer.body.toString("utf8");
            const text = await change(said, asked.toString("utf8"), asked.length);
            answer = { ...answer, body: Buffer.from(text) };
        }
        const headers = { ...answer.headers, "content-length": answer.body.length };
        delete headers["transfer-encoding"];
        response.writeHead(answer.status, headers);
        response.end(answer.body);
    }

    file(pathname) {
        if (!this.folder) return undefined;
        const page = { "/club": "club.html", "/check": "club.html", "/desk": "desk.html" }[
            pathname
        ];
        if (!page && !pathname.startsWith("/app/")) return undefined;
        const name = page ?? pathname.slice("/app/".length);
        const path = join(this.folder, name);
        if (!existsSync(path)) return undefined;
        const content = readFileSync(path);
        const headers = {
            "content-type": types[extname(name)] ?? "application/octet-stream",
            "content-security-policy": policy(page ? content.toString("utf8") : ""),
            "cache-control": "no-cache",
            "service-worker-allowed": "/",
        };
        return { status: 200, headers, body: content };
    }

    pass({ method, url, headers }, asked) {
        return new Promise((done, fail) => {
            const to = { host: "127.0.0.1", port: this.port, path: url, method };
            const plain = { ...headers, "accept-encoding": "identity" };
            delete plain["if-none-match"]; // what is changed here is never the same as before
            const passed = ask({ ...to, headers: plain }, async (answer) => {
                try {
                    const content = await body(answer);
                    done({ status: answer.statusCode, headers: answer.headers, body: content });
                } catch (error) {
                    fail(error);
                }
            });
            passed.on("error", fail);
            passed.end(asked);
        });
    }
}
