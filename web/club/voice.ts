// Reading aloud, by a voice that is on the phone: amounts are sent to nobody.

const voicesWaitMs = 1500;

export async function vietnameseVoice(): Promise<SpeechSynthesisVoice | undefined> {
    const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    if (!speech) return undefined;
    const find = () =>
        speech.getVoices().find((one) => one.localService && /^vi\b/i.test(one.lang));
    if (speech.getVoices().length === 0) {
        // Chrome hands them out late.
        await new Promise((done) => {
            speech.addEventListener("voiceschanged", done, { once: true });
            setTimeout(done, voicesWaitMs);
        });
    }
    return find();
}

export function readAloud(text: string, voice: SpeechSynthesisVoice): void {
    speechSynthesis.cancel();
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    speechSynthesis.speak(said);
}
