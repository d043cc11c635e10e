using System.Text;

namespace SellerPortal.Domain.Addresses;

/// <summary>
/// All offices in columns, sorted by pincode, then head before sub before branch, delivering before not, then name.
/// An object for each would take five times the memory; one is made when somebody asks for it.
/// </summary>
internal sealed class OfficeTable
{
    private const double Degree = 1e6;
    private const int NoPoint = int.MinValue;

    private readonly byte[] names;
    private readonly int[] nameEnds;
    private readonly int[] ids;
    private readonly int[] pincodes;
    private readonly int[] latitudes;
    private readonly int[] longitudes;
    private readonly int[] places;
    private readonly byte[] kinds;
    private readonly int[] byPlace;
    private readonly int[] placeEnds;

    public OfficeTable(IReadOnlyList<PostOffice> offices)
    {
        var order = Sorted(offices);
        var distinct = new Dictionary<PostalArea, int>();
        var count = order.Count;
        ids = new int[count];
        pincodes = new int[count];
        latitudes = new int[count];
        longitudes = new int[count];
        places = new int[count];
        kinds = new byte[count];
        nameEnds = new int[count];
        names = new byte[order.Sum(o => Encoding.UTF8.GetByteCount(o.Name))];
        var end = 0;
        PostalArea? last = null;
        for (var i = 0; i < count; i++)
        {
            var office = order[i];
            end += Encoding.UTF8.GetBytes(office.Name, names.AsSpan(end));
            nameEnds[i] = end;
            ids[i] = office.Id;
            pincodes[i] = office.Pincode.Value;
            latitudes[i] = office.Point is { } p ? (int)Math.Round(p.Latitude * Degree) : NoPoint;
            longitudes[i] = office.Point is { } q ? (int)Math.Round(q.Longitude * Degree) : NoPoint;
            kinds[i] = (byte)(((int)office.Type << 1) | (office.Delivers ? 0 : 1));
            if (ReferenceEquals(last, office.Area))
            {
                places[i] = places[i - 1];
                continue;
            }

            last = office.Area;
            if (!distinct.TryGetValue(last, out places[i])) distinct.Add(last, places[i] = distinct.Count);
        }

        Places = [.. distinct.Keys];
        byPlace = [.. Enumerable.Range(0, count)];
        Array.Sort((int[])places.Clone(), byPlace);
        placeEnds = new int[Places.Count];
        foreach (var place in places) placeEnds[place]++;
        for (var i = 1; i < placeEnds.Length; i++) placeEnds[i] += placeEnds[i - 1];
    }

    public int Count => ids.Length;

    /// <summary>The distinct surroundings of offices, in the order of their numbers.</summary>
    public IReadOnlyList<PostalArea> Places { get; }

    /// <summary>For each office the number of its area in <see cref="Places"/>.</summary>
    public ReadOnlySpan<int> PlaceOf => places;

    /// <summary>For each office its rank in a list: type in the upper bits, 1 in the lowest when it does not deliver.</summary>
    public ReadOnlySpan<byte> Kinds => kinds;

    /// <summary>For each office its pincode as a number, ascending.</summary>
    public ReadOnlySpan<int> Pincodes => pincodes;

    /// <summary>The offices of a place, in no order.</summary>
    public ReadOnlySpan<int> OfficesAt(int place) => byPlace.AsSpan((place == 0 ? 0 : placeEnds[place - 1])..placeEnds[place]);

    public ReadOnlySpan<byte> NameOf(int index) => names.AsSpan((index == 0 ? 0 : nameEnds[index - 1])..nameEnds[index]);

    public bool IsBookable(int index) => kinds[index] is (int)PostOfficeType.Head << 1 or (int)PostOfficeType.Sub << 1;

    public GeoPoint? PointOf(int index) =>
        latitudes[index] == NoPoint ? null : new GeoPoint(latitudes[index] / Degree, longitudes[index] / Degree);

    public PostOffice this[int index]
    {
        get
        {
            var place = Places[places[index]];
            var point = PointOf(index);
            return new PostOffice
            {
                Id = ids[index],
                Pincode = Pincode.FromNumber(pincodes[index]),
                Name = Encoding.UTF8.GetString(NameOf(index)),
                Type = (PostOfficeType)(kinds[index] >> 1),
                Delivers = (kinds[index] & 1) == 0,
                AreaId = place.Id,
                Area = place,
                Latitude = point?.Latitude,
                Longitude = point?.Longitude,
            };
        }
    }

    private static IReadOnlyList<PostOffice> Sorted(IReadOnlyList<PostOffice> offices)
    {
        for (var i = 1; i < offices.Count; i++)
        {
            if (Compare(offices[i - 1], offices[i]) > 0) return [.. offices.Order(Comparer<PostOffice>.Create(Compare))];
        }

        return offices;
    }

    private static int Compare(PostOffice one, PostOffice other)
    {
        var order = one.Pincode.Value - other.Pincode.Value;
        if (order == 0) order = one.Type - other.Type;
        if (order == 0) order = other.Delivers.CompareTo(one.Delivers);
        return order == 0 ? string.CompareOrdinal(one.Name, other.Name) : order;
    }
}
