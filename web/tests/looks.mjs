// Looking at a screen: axe finds nothing, and nothing overflows at 320 px with letters twice as
// large.
// LTH_SHOTS=folder keeps pictures.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const shots = process.env.LTH_SHOTS;

export async function looks(phone, name) {
    const { page } = phone;
    if (shots) {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: join(shots, `${name.replaceAll("/", "-")}.png`) });
    }
    const found = await new AxeBuilder({ page }).analyze();
    const told = found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
    assert.deepEqual(told, [], name);
}

export async function fits(phone, name) {
    const { page } = phone;
    await page.setViewportSize({ width: 320, height: 740 });
    const wide = await page.evaluate(() => {
        const root = document.documentElement;
        root.style.fontSize = "38px";
        const before = root.scrollWidth;
        root.style.fontSize = "";
        return before;
    });
    await page.setViewportSize(phone.viewport);
    assert.ok(wide <= 320, `${name} is ${wide} px wide`);
}

/// What every screen must be, once it is there; its picture is called after the `group` too.
export const shownOf = (group) => async (phone, name) => {
    await phone.page.waitForFunction(() => !document.querySelector("main [data-loading]"));
    await looks(phone, `${group}/${name}`);
    await fits(phone, name);
};
