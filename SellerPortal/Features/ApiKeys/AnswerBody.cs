using System.IO.Compression;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Keeps long answers short: that of a batch of 1,000 bookings is some hundred kilobytes, and much the same in every line.</summary>
internal static class AnswerBody
{
    private const int Short = 4 * 1024;

    /// <summary>What is kept. No answer of the API begins like a compressed one.</summary>
    public static byte[] Pack(byte[] body)
    {
        if (body.Length <= Short) return body;
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(body);
        return packed.ToArray();
    }

    /// <summary>What was answered.</summary>
    public static byte[] Unpack(byte[]? kept)
    {
        if (kept is not [0x1f, 0x8b, ..]) return kept ?? [];
        using var packed = new MemoryStream(kept);
        using var zip = new GZipStream(packed, CompressionMode.Decompress);
        using var body = new MemoryStream();
        zip.CopyTo(body);
        return body.ToArray();
    }
}
