namespace SellerPortal.Printing.Zpl;

/// <summary>A glyph in dots: a dot is black when enough of it lies inside the outline (nonzero winding).</summary>
internal sealed class GlyphImage
{
    /// <summary>Lines that are looked at in each row of dots.</summary>
    private const int Lines = 4;

    /// <summary>A little less than half, because thin strokes must not break on a thermal head.</summary>
    private const float Enough = 0.42f * Lines;

    private GlyphImage(int left, int top, DotImage dots) => (Left, Top, Dots) = (left, top, dots);

    /// <summary>From the pen to the left edge.</summary>
    public int Left { get; }

    /// <summary>From the base line down to the top edge; mostly negative.</summary>
    public int Top { get; }

    public DotImage Dots { get; }

    /// <summary>Draws an outline at a scale, dots for each of its units; null when there is nothing to see.</summary>
    public static GlyphImage? Of(IReadOnlyList<GlyphOutline.Edge> edges, float scale)
    {
        if (edges.Count == 0) return null;
        float minX = float.MaxValue, maxX = float.MinValue, minY = float.MaxValue, maxY = float.MinValue;
        foreach (var edge in edges)
        {
            minX = Math.Min(minX, Math.Min(edge.X0, edge.X1));
            maxX = Math.Max(maxX, Math.Max(edge.X0, edge.X1));
            minY = Math.Min(minY, Math.Min(edge.Y0, edge.Y1));
            maxY = Math.Max(maxY, Math.Max(edge.Y0, edge.Y1));
        }

        var left = (int)Math.Floor(minX * scale);
        var top = (int)Math.Floor(-maxY * scale);
        var image = new DotImage((int)Math.Ceiling(maxX * scale) - left + 1, (int)Math.Ceiling(-minY * scale) - top + 1);
        var covered = new float[image.Width];
        var crossings = new List<(float X, int Winding)>();
        for (var row = 0; row < image.Height; row++)
        {
            Array.Clear(covered);
            for (var line = 0; line < Lines; line++)
            {
                var y = top + row + ((line + 0.5f) / Lines);
                Cross(edges, scale, y, crossings);
                Cover(crossings, left, covered);
            }

            for (var x = 0; x < covered.Length; x++)
            {
                if (covered[x] >= Enough) image.Set(x, row, black: true);
            }
        }

        return new GlyphImage(left, top, image);
    }

    private static void Cross(IReadOnlyList<GlyphOutline.Edge> edges, float scale, float y, List<(float X, int Winding)> crossings)
    {
        crossings.Clear();
        foreach (var edge in edges)
        {
            var y0 = -edge.Y0 * scale;
            var y1 = -edge.Y1 * scale;
            if (y0 <= y == y1 <= y) continue;
            var x = edge.X0 + ((edge.X1 - edge.X0) * (y - y0) / (y1 - y0));
            crossings.Add((x * scale, y0 < y1 ? 1 : -1));
        }

        crossings.Sort(static (a, b) => a.X.CompareTo(b.X));
    }

    private static void Cover(List<(float X, int Winding)> crossings, int left, float[] covered)
    {
        var winding = 0;
        for (var i = 0; i + 1 < crossings.Count; i++)
        {
            winding += crossings[i].Winding;
            if (winding == 0) continue;
            var from = crossings[i].X - left;
            var to = crossings[i + 1].X - left;
            for (var x = (int)from; x < covered.Length && x < to; x++) covered[x] += Math.Max(0, Math.Min(to, x + 1) - Math.Max(from, x));
        }
    }
}
