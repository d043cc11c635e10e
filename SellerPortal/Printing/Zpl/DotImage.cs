namespace SellerPortal.Printing.Zpl;

/// <summary>Dots of a printer, one bit each, black is 1, rows filled up to whole bytes: the form that ^GF takes.</summary>
internal sealed class DotImage(int width, int height)
{
    public int Width => width;

    public int Height => height;

    /// <summary>Bytes of a row.</summary>
    public int Stride { get; } = (width + 7) / 8;

    public byte[] Bits { get; } = new byte[(width + 7) / 8 * height];

    public bool IsBlack(int x, int y) => (Bits[(y * Stride) + (x >> 3)] & (0x80 >> (x & 7))) != 0;

    /// <summary>Sets or clears a dot; one outside the image is left out.</summary>
    public void Set(int x, int y, bool black)
    {
        if ((uint)x >= (uint)width || (uint)y >= (uint)height) return;
        ref var bits = ref Bits[(y * Stride) + (x >> 3)];
        var mask = (byte)(0x80 >> (x & 7));
        if (black) bits |= mask;
        else bits &= (byte)~mask;
    }

    /// <summary>A black rectangle.</summary>
    public void Fill(int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, width), Math.Min(bottom, height));
        for (var y = top; y < bottom; y++)
        {
            var row = Bits.AsSpan(y * Stride, Stride);
            for (var x = left; x < right;)
            {
                if ((x & 7) == 0 && x + 8 <= right)
                {
                    row[x >> 3] = 0xFF;
                    x += 8;
                }
                else
                {
                    row[x >> 3] |= (byte)(0x80 >> (x & 7));
                    x++;
                }
            }
        }
    }
}
