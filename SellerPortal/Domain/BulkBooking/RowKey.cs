using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>The key under which a row is booked: always the same for the same row of the same job.</summary>
public static class RowKey
{
    public static Guid Of(Guid job, int row)
    {
        Span<byte> name = stackalloc byte[20];
        job.TryWriteBytes(name);
        BinaryPrimitives.WriteInt32BigEndian(name[16..], row);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);

        // Version 8 of RFC 9562: made of the maker's own bits.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
