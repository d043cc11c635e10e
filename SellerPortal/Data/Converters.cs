using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Data;

/// <summary>How single values of the domain are held in a column.</summary>
internal static class Converters
{
    private static ProductCode ParseProduct(string code) => ProductCodes.TryParse(code, out var product)
        ? product
        : throw new InvalidOperationException($"The database holds the unknown product code '{code}'.");

    private static MobileNumber ParseMobile(string text)
    {
        if (text.Length == 0) return default;
        return MobileNumber.TryParse(text, out var number) ? number : throw new InvalidOperationException("The database holds a text that is no mobile number.");
    }

    internal sealed class ShipmentIds() : ValueConverter<ShipmentId, Guid>(id => id.Value, value => new ShipmentId(value));

    internal sealed class ManifestIds() : ValueConverter<ManifestId, Guid>(id => id.Value, value => new ManifestId(value));

    internal sealed class PickupIds() : ValueConverter<PickupId, Guid>(id => id.Value, value => new PickupId(value));

    internal sealed class SellerIds() : ValueConverter<SellerId, Guid>(id => id.Value, value => new SellerId(value));

    /// <summary>Zero stands for no pincode: EF asks for the value a column has before it has one.</summary>
    internal sealed class Pincodes() : ValueConverter<Pincode, int>(pincode => pincode.Value, value => value == 0 ? default : Pincode.FromNumber(value));

    /// <summary>The empty text stands for no number: EF asks for the value a column has before it has one.</summary>
    internal sealed class Mobiles() : ValueConverter<MobileNumber, string>(number => number == default ? "" : number.Value, text => ParseMobile(text));

    internal sealed class Paise() : ValueConverter<Money, long>(money => money.Paise, value => new Money(value));

    internal sealed class Products() : ValueConverter<ProductCode, string>(product => product.ToCode(), code => ParseProduct(code));

    /// <summary>PostgreSQL's timestamptz takes only times with offset zero.</summary>
    internal sealed class UtcTimes() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);

    /// <summary>SQLite has no time type that sorts; microseconds since 1 January 1970 UTC do.</summary>
    internal sealed class UnixMicroseconds() : ValueConverter<DateTimeOffset, long>(
        time => ToUnixMicroseconds(time),
        value => FromUnixMicroseconds(value))
    {
        internal static long ToUnixMicroseconds(DateTimeOffset time) =>
            (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

        internal static DateTimeOffset FromUnixMicroseconds(long value) =>
            DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);
    }
}
