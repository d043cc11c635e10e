namespace SellerPortal.Domain.Addresses;

/// <summary>The bookable offices by latitude, so that the nearest is found by looking a little north and south.</summary>
internal sealed class BookableOffices
{
    /// <summary>The kilometres of a degree of latitude, rounded down, so that no nearer office is passed over.</summary>
    private const double KilometresOfADegree = 111.19;

    private readonly double[] latitudes;
    private readonly double[] longitudes;
    private readonly int[] offices;

    /// <param name="points">For each bookable office its number in the table and where it stands.</param>
    public BookableOffices(IReadOnlyCollection<(int Office, GeoPoint Point)> points)
    {
        latitudes = [.. points.Select(p => p.Point.Latitude)];
        var order = Enumerable.Range(0, latitudes.Length).ToArray();
        Array.Sort(latitudes, order);
        var all = points.ToArray();
        offices = Array.ConvertAll(order, i => all[i].Office);
        longitudes = Array.ConvertAll(order, i => all[i].Point.Longitude);
    }

    /// <summary>The nearest office and its distance, or null when there is none at all.</summary>
    public (int Office, double Kilometres)? NearestTo(GeoPoint point)
    {
        var middle = Array.BinarySearch(latitudes, point.Latitude);
        if (middle < 0) middle = ~middle;
        var nearest = -1;
        var kilometres = double.MaxValue;
        for (var (south, north) = (middle - 1, middle); south >= 0 || north < latitudes.Length; south--, north++)
        {
            south = Look(south);
            north = Look(north);
        }

        return nearest < 0 ? null : (offices[nearest], kilometres);

        // Answers the place looked at, or one outside the table when the latitude alone is further than the nearest so far.
        int Look(int at)
        {
            if (at < 0 || at >= latitudes.Length) return at;
            if (Math.Abs(latitudes[at] - point.Latitude) * KilometresOfADegree > kilometres)
            {
                return at < middle ? -1 : latitudes.Length;
            }

            var distance = point.KilometresTo(new GeoPoint(latitudes[at], longitudes[at]));
            if (distance < kilometres) (nearest, kilometres) = (at, distance);
            return at;
        }
    }
}
