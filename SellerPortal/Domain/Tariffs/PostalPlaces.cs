using System.Globalization;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Tariffs;

/// <summary>The pincodes with one prefix that zones and time norms treat alike; kept by an admin.</summary>
public sealed record PostalPlace
{
    /// <summary>One to six digits with which the pincodes begin.</summary>
    public required string PinPrefix { get; init; }

    /// <summary>The town; prefixes with the same name are one place.</summary>
    public required string Name { get; init; }

    /// <summary>True when articles inside the place are local.</summary>
    public required bool IsLocalGroup { get; init; }

    /// <summary>True for a metro.</summary>
    public required bool IsMetro { get; init; }

    /// <summary>True for the capital of a state or union territory; counts for the time norm only.</summary>
    public required bool IsCapital { get; init; }
}

/// <summary>Finds the place of a pincode.</summary>
public sealed class PostalPlaces
{
    private readonly int[] _lows;
    private readonly int[] _highs;
    private readonly PostalPlace[] _places;

    /// <exception cref="TariffFaultException">A prefix is no prefix of a pincode, or two overlap.</exception>
    public PostalPlaces(IEnumerable<PostalPlace> places)
    {
        _places = [.. places.OrderBy(place => Low(place.PinPrefix))];
        _lows = Array.ConvertAll(_places, place => Low(place.PinPrefix));
        _highs = Array.ConvertAll(_places, place => Low(place.PinPrefix) + Span(place.PinPrefix) - 1);
        for (var i = 1; i < _places.Length; i++)
        {
            if (_lows[i] <= _highs[i - 1]) throw new TariffFaultException($"the PIN prefixes {_places[i - 1].PinPrefix} and {_places[i].PinPrefix} overlap");
        }
    }

    /// <summary>The place that holds the pincode, or null.</summary>
    public PostalPlace? Find(Pincode pincode)
    {
        var (low, high) = (0, _lows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_lows[middle] > pincode.Value) high = middle - 1;
            else if (_highs[middle] < pincode.Value) low = middle + 1;
            else return _places[middle];
        }

        return null;
    }

    private static int Low(string prefix) =>
        prefix.Length is >= 1 and <= 6 && prefix[0] is >= '1' and <= '9' && int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number * Span(prefix)
            : throw new TariffFaultException($"'{prefix}' is no prefix of a pincode");

    private static int Span(string prefix)
    {
        var span = 1;
        for (var i = prefix.Length; i < 6; i++) span *= 10;
        return span;
    }
}
