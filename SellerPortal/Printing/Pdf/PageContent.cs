using System.Buffers;
using System.Buffers.Text;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Pdf;

/// <summary>
/// The drawing operators of one page, or of a part that many pages share. Places are hundredths of a millimetre from
/// the top left corner; only barcodes are placed in dots of a 203-dpi printer, so that every bar is a whole number of
/// dots. Kept for one page after another.
/// </summary>
internal sealed class PageContent(FontUse fonts) : ISurface
{
    private readonly ArrayBufferWriter<byte> bars = new(2_048);
    private readonly ArrayBufferWriter<byte> shapes = new(2_048);
    private readonly ArrayBufferWriter<byte> text = new(8_192);
    private int pageHeight;
    private int originX;
    private int originY;
    private int penX;
    private int penY;
    private int font = -1;
    private int fontSize;
    private bool white;

    /// <summary>Makes a unit a hundredth of a millimetre, 72 / 2540 points.</summary>
    private static ReadOnlySpan<byte> UnitMatrix => "0.02834646 0 0 0.02834646 0 0 cm\n"u8;

    /// <summary>Makes a unit a dot at 203 dpi, 72 / 203 points.</summary>
    private static ReadOnlySpan<byte> DotMatrix => "0.35467980 0 0 0.35467980 0 0 cm\n"u8;

    /// <summary>Forgets everything and begins a page of a height.</summary>
    public void Begin(int height)
    {
        bars.ResetWrittenCount();
        shapes.ResetWrittenCount();
        text.ResetWrittenCount();
        pageHeight = height;
        (originX, originY, penX, penY, font, fontSize, white) = (0, 0, 0, 0, -1, 0, false);
    }

    /// <summary>Where the top left corner of what follows lies on the page.</summary>
    public void MoveOrigin(int x, int y) => (originX, originY) = (x, y);

    /// <summary>A black rectangle.</summary>
    public void Fill(int x, int y, int width, int height)
    {
        Number(shapes, originX + x);
        Number(shapes, pageHeight - originY - y - height);
        Number(shapes, width);
        Number(shapes, height);
        Write(shapes, "re f\n"u8);
    }

    /// <summary>The outline of a rectangle, drawn inwards.</summary>
    public void Frame(int x, int y, int width, int height, int thickness)
    {
        Fill(x, y, width, thickness);
        Fill(x, y + height - thickness, width, thickness);
        Fill(x, y, thickness, height);
        Fill(x + width - thickness, y, thickness, height);
    }

    /// <summary>A part made by <see cref="PdfWriter.AddPart"/>, at the origin.</summary>
    public void Part(int part, int partHeight)
    {
        Write(shapes, "q 1 0 0 1 "u8);
        Number(shapes, originX);
        Number(shapes, pageHeight - originY - partHeight);
        Write(shapes, "cm /X"u8);
        Digits(shapes, part);
        Write(shapes, " Do Q\n"u8);
    }

    /// <summary>Bars of a barcode, each a whole number of dots from the left edge of the page.</summary>
    /// <param name="x">The left edge of the first bar; moved to the nearest dot.</param>
    /// <param name="y">The top.</param>
    /// <param name="height">The height of the bars.</param>
    /// <param name="widths">Bar, space, bar … in modules.</param>
    /// <param name="dots">Dots in a module.</param>
    /// <remarks>A bar stays 0.02 dots inside its edges, or rounding would spill grey into the dots beside it.</remarks>
    public void Barcode(int x, int y, int height, ReadOnlySpan<byte> widths, int dots)
    {
        var place = (int)Math.Round((originX + x) * 203 / 2540.0);
        var tall = ((height * 203) + 2539) / 2540;
        var bottom = (pageHeight - originY - y - height) * 203 / 2540;
        Write(bars, "q "u8);
        Write(bars, DotMatrix);
        Write(bars, "1 0 0 "u8);
        Number(bars, tall);
        Digits(bars, place);
        Write(bars, ".02 "u8);
        Number(bars, bottom);
        Write(bars, "cm\n"u8);
        var at = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            var width = widths[i] * dots;
            if (i % 2 == 0)
            {
                Number(bars, at);
                Write(bars, "0 "u8);
                Digits(bars, width - 1);
                Write(bars, ".96 1 re\n"u8);
            }

            at += width;
        }

        Write(bars, "f Q\n"u8);
    }

    /// <summary>A line of text with its left end on a base line.</summary>
    public void Text(in TextLine line, int x, int baseline, bool inWhite = false)
    {
        if (inWhite != white)
        {
            Write(text, inWhite ? "1 g "u8 : "0 g "u8);
            white = inWhite;
        }

        x += originX;
        var y = pageHeight - originY - baseline;
        Number(text, x - penX);
        Number(text, y - penY);
        Write(text, "Td\n"u8);
        (penX, penY) = (x, y);

        var runs = line.Runs;
        for (var i = 0; i < runs.Length;)
        {
            var end = i + 1;
            if (runs[i].IsSimple)
            {
                // Words of one font are one string, spaces included.
                while (end < runs.Length && runs[end].IsSimple && runs[end].Face == runs[i].Face) end++;
                ShowSimple(runs.AsSpan(i..end), line.Size);
            }
            else if (!runs[i].HidesItsText)
            {
                ShowPlaced(runs[i], line.Size);
            }
            else
            {
                while (end < runs.Length && (runs[end].HidesItsText || runs[end].Text == " ")) end++;
                BeginActualText(line, i, end);
                for (var j = i; j < end; j++)
                {
                    if (runs[j].IsSimple) ShowSimple(runs.AsSpan(j, 1), line.Size);
                    else ShowPlaced(runs[j], line.Size);
                }

                Write(text, "EMC\n"u8);
            }

            i = end;
        }
    }

    /// <summary>Writes the whole content.</summary>
    public void CopyTo(Stream output)
    {
        output.Write(bars.WrittenSpan);
        output.Write(UnitMatrix);
        CopyShapesAndText(output);
    }

    /// <summary>Writes the content of a shared part, which lives in the page's own units and has no barcode.</summary>
    public void CopyShapesAndText(Stream output)
    {
        output.Write(shapes.WrittenSpan);
        if (text.WrittenCount == 0) return;
        output.Write("BT\n"u8);
        output.Write(text.WrittenSpan);
        output.Write("ET\n"u8);
    }

    /// <summary>The characters behind glyphs that do not follow them one to one, in reading order.</summary>
    private void BeginActualText(in TextLine line, int from, int to)
    {
        Write(text, "/Span<</ActualText("u8);
        Byte(0xFE);
        Byte(0xFF);
        var last = -1;
        for (var n = from; n < to; n++)
        {
            // The next run in reading order; lines are short.
            var next = -1;
            for (var i = from; i < to; i++)
            {
                if (line.ReadingOrder[i] > last && (next < 0 || line.ReadingOrder[i] < line.ReadingOrder[next])) next = i;
            }

            last = line.ReadingOrder[next];
            foreach (var c in line.Runs[next].Text) Pair(c);
        }

        Write(text, ")>>BDC "u8);
    }

    private int UseFont(FontFace face, int size)
    {
        var index = fonts.IndexOf(face);
        if (index == font && size == fontSize) return index;
        Write(text, "/F"u8);
        Number(text, index);
        Number(text, size);
        Write(text, "Tf "u8);
        (font, fontSize) = (index, size);
        return index;
    }

    private void ShowSimple(ReadOnlySpan<GlyphRun> runs, int size)
    {
        var index = UseFont(runs[0].Face, size);
        Write(text, "("u8);
        foreach (var run in runs)
        {
            fonts.Mark(index, run);
            foreach (var glyph in run.Glyphs) Pair(glyph);
        }

        Write(text, ")Tj\n"u8);
    }

    /// <summary>Glyphs that HarfBuzz placed: TJ moves the pen by thousandths of the em, Ts lifts a mark.</summary>
    private void ShowPlaced(GlyphRun run, int size)
    {
        fonts.Mark(UseFont(run.Face, size), run);
        var rise = 0;
        var open = false;
        var move = 0;
        Write(text, "["u8);
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var (x, y) = run.Offsets is null ? (0, 0) : run.Offsets[i];
            if (y != rise)
            {
                Close(ref open);
                if (move != 0) Number(text, -move);
                Write(text, "]TJ "u8);
                Number(text, (int)Math.Round(y * size / 1000.0));
                Write(text, "Ts["u8);
                rise = y;
                move = 0;
            }

            move += x;
            if (move != 0)
            {
                Close(ref open);
                Number(text, -move);
            }

            if (!open) Write(text, "("u8);
            open = true;
            Pair(run.Glyphs[i]);
            move = run.Advances![i] - run.Face.Advance(run.Glyphs[i]) - x;
        }

        Close(ref open);
        if (move != 0) Number(text, -move);
        Write(text, "]TJ\n"u8);
        if (rise != 0) Write(text, "0 Ts\n"u8);
    }

    private void Close(ref bool open)
    {
        if (open) Write(text, ")"u8);
        open = false;
    }

    private void Pair(int value)
    {
        Byte((byte)(value >> 8));
        Byte((byte)value);
    }

    /// <summary>One byte inside a string, escaped where the syntax needs it.</summary>
    private void Byte(byte value)
    {
        var span = text.GetSpan(2);
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            span[0] = (byte)'\\';
            span[1] = value == '\r' ? (byte)'r' : value;
            text.Advance(2);
        }
        else
        {
            span[0] = value;
            text.Advance(1);
        }
    }

    private static void Number(ArrayBufferWriter<byte> writer, int value)
    {
        Digits(writer, value);
        Write(writer, " "u8);
    }

    private static void Digits(ArrayBufferWriter<byte> writer, int value)
    {
        Utf8Formatter.TryFormat(value, writer.GetSpan(12), out var written);
        writer.Advance(written);
    }

    private static void Write(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }
}
