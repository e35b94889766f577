// Packs what Vite built: "<file>.br" beside each file, which the server sends to whoever takes it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const folder = "../build/web.new/";
for (const name of readdirSync(folder)) {
    if (!/\.(js|css|wasm|html|svg)$/.test(name)) continue;
    const bytes = readFileSync(folder + name);
    const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const packed = brotliCompressSync(bytes, { params });
    writeFileSync(`${folder}${name}.br`, packed);
    console.log(`${name}: ${bytes.length} B, ${packed.length} B packed`);
}
