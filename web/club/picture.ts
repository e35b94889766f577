// A text as a picture that can be sent: large letters on white, as a notice on a board.

const width = 1080;
const margin = 80;
const lineHeight = 64;

function wrapped(pen: CanvasRenderingContext2D, text: string): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split("\n")) {
        let line = "";
        for (const word of paragraph.split(" ")) {
            const longer = line ? `${line} ${word}` : word;
            if (line && pen.measureText(longer).width > width - 2 * margin) {
                lines.push(line);
                line = word;
            } else line = longer;
        }
        lines.push(line);
    }
    return lines;
}

export function picture(heading: string, text: string): Promise<Blob> {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d")!;
    const headingFont = "700 60px system-ui, sans-serif";
    const textFont = "46px system-ui, sans-serif";
    pen.font = headingFont;
    const top = wrapped(pen, heading);
    pen.font = textFont;
    const body = wrapped(pen, text);
    canvas.width = width;
    canvas.height = 2 * margin + 40 + (top.length * 1.25 + body.length) * lineHeight;
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#14532d";
    pen.fillRect(0, 0, canvas.width, 24);
    pen.textBaseline = "top";
    let y = margin;
    const put = (lines: string[], font: string, ink: string, height: number) => {
        pen.font = font;
        pen.fillStyle = ink;
        for (const line of lines) {
            pen.fillText(line, margin, y);
            y += height;
        }
    };
    put(top, headingFont, "#14532d", lineHeight * 1.25);
    y += 20;
    put(body, textFont, "#14181f", lineHeight);
    return new Promise((done, fail) => {
        canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png");
    });
}
