using System.Runtime.InteropServices;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Zpl;

/// <summary>
/// The outline of a glyph as straight edges, in thousandths of the em, upwards positive. HarfBuzz draws it; HarfBuzzSharp
/// has no managed face for that, so the native library is called here.
/// </summary>
internal static class GlyphOutline
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>Straight pieces of a curve; at the sizes of a label a piece is shorter than a dot.</summary>
    private const int Pieces = 6;

    // Kept here so that the native side never calls what was collected.
    private static readonly PointTo MoveTo = static (_, data, _, x, y, _) => Of(data).MoveTo(x, y);
    private static readonly PointTo LineTo = static (_, data, _, x, y, _) => Of(data).LineTo(x, y);
    private static readonly QuadraticTo CurveTo = static (_, data, _, cx, cy, x, y, _) => Of(data).CurveTo(cx, cy, x, y);
    private static readonly CubicTo CubeTo = static (_, data, _, ax, ay, bx, by, x, y, _) => Of(data).CurveTo(ax, ay, bx, by, x, y);
    private static readonly IntPtr Functions = MakeFunctions();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void PointTo(IntPtr functions, IntPtr data, IntPtr state, float x, float y, IntPtr user);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void QuadraticTo(IntPtr functions, IntPtr data, IntPtr state, float cx, float cy, float x, float y, IntPtr user);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void CubicTo(IntPtr functions, IntPtr data, IntPtr state, float ax, float ay, float bx, float by, float x, float y, IntPtr user);

    /// <summary>The edges of a glyph; none for a space.</summary>
    public static IReadOnlyList<Edge> Of(FontFace face, int glyph)
    {
        var path = new Path();
        var handle = GCHandle.Alloc(path);
        try
        {
            hb_font_draw_glyph(face.FontHandle, (uint)glyph, Functions, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }

        return path.Edges;
    }

    private static Path Of(IntPtr data) => (Path)GCHandle.FromIntPtr(data).Target!;

    private static IntPtr MakeFunctions()
    {
        var functions = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(functions, Marshal.GetFunctionPointerForDelegate(MoveTo), IntPtr.Zero, IntPtr.Zero);
        hb_draw_funcs_set_line_to_func(functions, Marshal.GetFunctionPointerForDelegate(LineTo), IntPtr.Zero, IntPtr.Zero);
        hb_draw_funcs_set_quadratic_to_func(functions, Marshal.GetFunctionPointerForDelegate(CurveTo), IntPtr.Zero, IntPtr.Zero);
        hb_draw_funcs_set_cubic_to_func(functions, Marshal.GetFunctionPointerForDelegate(CubeTo), IntPtr.Zero, IntPtr.Zero);
        hb_draw_funcs_make_immutable(functions);
        return functions;
    }

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_draw_funcs_create();

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_draw_funcs_make_immutable(IntPtr functions);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_draw_funcs_set_move_to_func(IntPtr functions, IntPtr function, IntPtr user, IntPtr destroy);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_draw_funcs_set_line_to_func(IntPtr functions, IntPtr function, IntPtr user, IntPtr destroy);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_draw_funcs_set_quadratic_to_func(IntPtr functions, IntPtr function, IntPtr user, IntPtr destroy);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_draw_funcs_set_cubic_to_func(IntPtr functions, IntPtr function, IntPtr user, IntPtr destroy);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_font_draw_glyph(IntPtr font, uint glyph, IntPtr functions, IntPtr data);

    /// <summary>A straight edge, in the direction in which it was drawn.</summary>
    public readonly record struct Edge(float X0, float Y0, float X1, float Y1);

    private sealed class Path
    {
        private float x;
        private float y;
        private float startX;
        private float startY;

        public List<Edge> Edges { get; } = [];

        public void MoveTo(float toX, float toY)
        {
            Close();
            (x, y, startX, startY) = (toX, toY, toX, toY);
        }

        public void LineTo(float toX, float toY)
        {
            Edges.Add(new Edge(x, y, toX, toY));
            (x, y) = (toX, toY);
        }

        public void CurveTo(float cx, float cy, float toX, float toY)
        {
            var (fromX, fromY) = (x, y);
            for (var i = 1; i <= Pieces; i++)
            {
                var t = (float)i / Pieces;
                var u = 1 - t;
                LineTo((u * u * fromX) + (2 * u * t * cx) + (t * t * toX), (u * u * fromY) + (2 * u * t * cy) + (t * t * toY));
            }
        }

        public void CurveTo(float ax, float ay, float bx, float by, float toX, float toY)
        {
            var (fromX, fromY) = (x, y);
            for (var i = 1; i <= Pieces; i++)
            {
                var t = (float)i / Pieces;
                var u = 1 - t;
                LineTo(
                    (u * u * u * fromX) + (3 * u * u * t * ax) + (3 * u * t * t * bx) + (t * t * t * toX),
                    (u * u * u * fromY) + (3 * u * u * t * ay) + (3 * u * t * t * by) + (t * t * t * toY));
            }
        }

        private void Close()
        {
            if (x != startX || y != startY) Edges.Add(new Edge(x, y, startX, startY));
        }
    }
}
