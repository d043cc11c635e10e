using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SellerPortal.Printing.Zpl;

/// <summary>One label as ZPL II: the whole label is one graphic field, so that every script prints on every printer.</summary>
internal static class ZplWriter
{
    /// <summary>The commands of a label. The graphic is packed with zlib, in base 64, with its check (":Z64:").</summary>
    public static byte[] Write(DotImage image)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(image.Bits);
        var data = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
        var check = Crc16(data);
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"^XA\n^PW{image.Width}^LL{image.Height}^LH0,0^LS0^PON^PMN\n^FO0,0^GFA,{image.Bits.Length},{image.Bits.Length},{image.Stride},:Z64:{data}:{check:X4}^FS\n^PQ1\n^XZ\n"));
    }

    /// <summary>CRC-16 of the CCITT polynomial from zero, over the characters of the data: the check that ZPL expects.</summary>
    internal static ushort Crc16(string data)
    {
        ushort crc = 0;
        foreach (var character in data)
        {
            crc ^= (ushort)(character << 8);
            for (var bit = 0; bit < 8; bit++) crc = (ushort)((crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021);
        }

        return crc;
    }
}
