// Whether what was typed into a form can be meant. What cannot is told beside its field, in our own
// words; what hardly can is asked about once: `data-ask` of the field holds the question (odd.ts).

import { day } from "../format";
import { words } from "../words/words.svelte";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls = "input, select, textarea";
const unchosen = "[data-unchosen]"; // buttons of which one must be pressed: its label

const told = "told";

/// What the label says, without what stands beside it.
function labelOf(control: Control): string {
    const text = control.labels?.[0]?.textContent ?? "";
    return text.trim().replaceAll(/\s+/g, " ");
}

function bound(control: Control, which: "min" | "max"): string {
    const value = control.getAttribute(which) ?? "";
    return control.getAttribute("type") === "date" ? day(value) : value;
}

function fault(field: HTMLElement): string {
    if (field.matches(unchosen)) return words().missing(field.dataset.unchosen!);
    const control = field as Control;
    const { validity, required } = control;
    const dated = control.getAttribute("type") === "date";
    if (validity.badInput) return dated ? words().no_day : words().no_number;
    if (required && !control.value.trim()) return words().missing(labelOf(control));
    if (validity.rangeOverflow) {
        const most = bound(control, "max");
        return dated ? words().day_after(most) : words().number_most(most);
    }
    if (validity.rangeUnderflow) {
        const least = bound(control, "min");
        return dated ? words().day_before(least) : words().number_least(least);
    }
    if (validity.stepMismatch) return words().number_whole;
    return validity.tooShort || validity.patternMismatch ? words().not_right(labelOf(control)) : "";
}

/// A question is answered by saving once more.
function question(field: HTMLElement): string {
    const { ask, asked } = field.dataset;
    if (!ask || asked === ask) return "";
    field.dataset.asked = ask;
    return `${ask} ${words().sure_again}`;
}

function tell(field: HTMLElement, text: string, kind: "wrong" | "note"): void {
    const line = document.createElement("p");
    line.className = kind;
    line.dataset[told] = "";
    line.setAttribute("role", "alert");
    line.textContent = text;
    (field.closest("label") ?? field).after(line);
    const typed = field.matches(controls);
    if (typed) field.setAttribute("aria-invalid", "true");
    const forget = () => {
        line.remove();
        field.removeAttribute("aria-invalid");
    };
    field.addEventListener(typed ? "input" : "click", forget, { once: true });
    const hidden = field.closest("details");
    if (hidden) hidden.open = true;
    (typed ? field : (field.querySelector("button") ?? field)).focus();
    line.scrollIntoView({ block: "nearest" });
}

/// `form`: whatever holds the fields.
export function sound(form: Element): boolean {
    for (const line of form.querySelectorAll(`[data-${told}]`)) line.remove();
    const asks = `${controls}, ${unchosen}, [data-ask]`;
    const fields = [...form.querySelectorAll<HTMLElement>(asks)];
    for (const field of fields) field.removeAttribute("aria-invalid");
    for (const [of, kind] of [
        [fault, "wrong"],
        [question, "note"],
    ] as const) {
        for (const field of fields) {
            const text = of(field);
            if (!text) continue;
            tell(field, text, kind);
            return false;
        }
    }
    return true;
}
