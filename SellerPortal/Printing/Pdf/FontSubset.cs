using System.Runtime.InteropServices;

namespace SellerPortal.Printing.Pdf;

/// <summary>
/// A font file cut down to the glyphs a document uses, by HarfBuzz's own subsetter. HarfBuzzSharp ships it in its native
/// library without a managed face, so it is called here. Glyph numbers stay as they are.
/// </summary>
internal static class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NoHinting = 0x1;
    private const uint RetainGlyphNumbers = 0x2;
    private const uint NoLayoutClosure = 0x200;
    private const int DropTableTags = 3;

    /// <summary>Tables that shaping needs and a viewer does not.</summary>
    private static readonly uint[] Dropped = [Tag("GSUB"), Tag("GPOS"), Tag("GDEF"), Tag("cmap"), Tag("name"), Tag("OS/2"), Tag("post"), Tag("DSIG"), Tag("STAT"), Tag("kern")];

    /// <summary>The font file with only these glyphs, or the whole file where this HarfBuzz cannot subset.</summary>
    public static byte[] Make(UsedFont font)
    {
        try
        {
            return Subset(font) ?? File.ReadAllBytes(font.Face.FileName);
        }
        catch (EntryPointNotFoundException)
        {
            return File.ReadAllBytes(font.Face.FileName);
        }
    }

    private static byte[]? Subset(UsedFont font)
    {
        var input = hb_subset_input_create_or_fail();
        if (input == IntPtr.Zero) return null;
        var face = IntPtr.Zero;
        try
        {
            hb_subset_input_set_flags(input, NoHinting | RetainGlyphNumbers | NoLayoutClosure);
            var glyphs = hb_subset_input_glyph_set(input);
            foreach (var glyph in font.Glyphs) hb_set_add(glyphs, (uint)glyph);
            var dropped = hb_subset_input_set(input, DropTableTags);
            foreach (var tag in Dropped) hb_set_add(dropped, tag);
            face = hb_subset_or_fail(font.Face.Handle, input);
            return face == IntPtr.Zero ? null : Bytes(face);
        }
        finally
        {
            if (face != IntPtr.Zero) hb_face_destroy(face);
            hb_subset_input_destroy(input);
        }
    }

    private static byte[]? Bytes(IntPtr face)
    {
        var blob = hb_face_reference_blob(face);
        try
        {
            var data = hb_blob_get_data(blob, out var length);
            if (length == 0) return null;
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            hb_blob_destroy(blob);
        }
    }

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_subset_input_create_or_fail();

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_subset_input_destroy(IntPtr input);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_subset_input_set_flags(IntPtr input, uint flags);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_subset_input_glyph_set(IntPtr input);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_subset_input_set(IntPtr input, int kind);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_set_add(IntPtr set, uint value);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_subset_or_fail(IntPtr face, IntPtr input);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_face_destroy(IntPtr face);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_face_reference_blob(IntPtr face);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [DllImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void hb_blob_destroy(IntPtr blob);
}
