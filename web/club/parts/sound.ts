// Whether what was typed into a form can be meant. What cannot is told beside its field, in our own
// words; what hardly can is asked about once: `data-ask` of the field holds the question.

import { day } from "../format";
import { words } from "../words/words.svelte";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

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

function fault(control: Control): string {
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
function question(control: Control): string {
    const { ask = "", asked } = control.dataset;
    if (!ask || asked === control.value) return "";
    control.dataset.asked = control.value;
    return `${ask} ${words().sure_again}`;
}

function tell(control: Control, text: string, kind: "wrong" | "note"): void {
    const line = document.createElement("p");
    line.className = kind;
    line.dataset[told] = "";
    line.setAttribute("role", "alert");
    line.textContent = text;
    (control.closest("label") ?? control).after(line);
    control.setAttribute("aria-invalid", "true");
    const forget = () => {
        line.remove();
        control.removeAttribute("aria-invalid");
    };
    control.addEventListener("input", forget, { once: true });
    const hidden = control.closest("details");
    if (hidden) hidden.open = true;
    control.focus();
    line.scrollIntoView({ block: "nearest" });
}

/// `form`: whatever holds the fields.
export function sound(form: Element): boolean {
    for (const line of form.querySelectorAll(`[data-${told}]`)) line.remove();
    const controls = [...form.querySelectorAll<Control>("input, select, textarea")];
    for (const control of controls) control.removeAttribute("aria-invalid");
    for (const [of, kind] of [
        [fault, "wrong"],
        [question, "note"],
    ] as const) {
        for (const control of controls) {
            const text = of(control);
            if (!text) continue;
            tell(control, text, kind);
            return false;
        }
    }
    return true;
}
