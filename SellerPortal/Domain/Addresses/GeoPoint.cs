namespace SellerPortal.Domain.Addresses;

/// <summary>A point on the Earth in decimal degrees (WGS 84).</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6_371.0088;

    /// <summary>Great-circle distance in kilometres on a sphere of the Earth's mean radius (haversine formula).</summary>
    public double KilometresTo(GeoPoint other)
    {
        var halfLatitude = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var halfLongitude = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var sinLatitude = Math.Sin(halfLatitude);
        var sinLongitude = Math.Sin(halfLongitude);
        var a = (sinLatitude * sinLatitude)
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * sinLongitude * sinLongitude);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
