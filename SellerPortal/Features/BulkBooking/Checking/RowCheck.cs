using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Features.BulkBooking.Checking;

/// <summary>Checks and prices one row, by the same rules, directory and tariff as a single booking.</summary>
internal sealed class RowCheck(PincodeDirectory directory, IBookingPrices prices, Seller seller, IReadOnlyList<PickupLocation> locations, DateTimeOffset now)
{
    /// <summary>How many locations a sentence names; it is kept with every row that needs it.</summary>
    private const int MostNamed = 10;

    private readonly Dictionary<string, PickupLocation> byName = locations.ToDictionary(location => location.NameKey, StringComparer.Ordinal);

    /// <summary>Says what the row would be booked as, or all that is wrong with it.</summary>
    public CheckedRow Check(IReadOnlyDictionary<SheetColumn, SheetCell> cells, Guid key)
    {
        var faults = new List<CellFault>();
        var location = LocationOf(cells, faults);
        var input = RowInput.Read(cells, key, faults).WithCityOf(directory) with { PickupLocation = location is { IsDefault: false } ? location.Id : null };
        var wrong = BookingRules.Check(input, out var tidy);
        foreach (var fault in wrong) Add(fault);
        BookingRoute? route = null;
        BookingOffer? offer = null;
        if (tidy is not null && faults.Count == 0)
        {
            route = BookingRoute.Find(directory, tidy, seller, location?.AddressFor(seller));
            foreach (var fault in route.Faults) Add(fault);
            if (route.Faults.Count == 0)
            {
                var list = prices.Quote(route.PriceRequest(tidy, seller, now));
                offer = list.Offers.FirstOrDefault(candidate => candidate.Product == tidy.Product);
                if (offer is null) faults.Add(CellFault.Of(SheetColumn.Product, BulkFault.NoPrice, Reason(list, tidy.Product)));
            }
        }

        return new CheckedRow { Cells = cells, Faults = [.. faults.OrderBy(fault => fault.Column)], Tidy = tidy, Route = route, Offer = offer, OrderKey = RowInput.OrderKey(cells) };

        void Add(BookingFault fault)
        {
            // A cell that could not be read is not also called missing.
            var found = CellFault.Of(fault);
            if (found.Column == SheetColumn.Weight && !cells.ContainsKey(SheetColumn.Weight) && cells.ContainsKey(SheetColumn.WeightKg)) found = found with { Column = SheetColumn.WeightKg };
            if (!faults.Exists(known => known.Column == found.Column || (IsSize(known.Column) && IsSize(found.Column)))) faults.Add(found);
        }
    }

    /// <summary>The location that a row names, in whatever capitals; null for the default one.</summary>
    private PickupLocation? LocationOf(IReadOnlyDictionary<SheetColumn, SheetCell> cells, List<CellFault> faults)
    {
        if (!cells.TryGetValue(SheetColumn.PickupLocation, out var cell) || cell.IsEmpty || cell.IsDate) return null;
        if (EntryName.Check(cell.Text, out var name) is null && byName.TryGetValue(EntryName.KeyOf(name), out var location)) return location;
        var names = string.Join(", ", locations.Take(MostNamed).Select(one => one.Name));
        faults.Add(CellFault.Of(SheetColumn.PickupLocation, BulkFault.NoSuchLocation, locations.Count > MostNamed ? $"{names}, …" : names));
        return null;
    }

    private static bool IsSize(SheetColumn? column) => column is SheetColumn.Length or SheetColumn.Breadth or SheetColumn.Height;

    private static string Reason(BookingPriceList list, ProductCode product) =>
        (list.Unavailable.FirstOrDefault(unavailable => unavailable.Product == product)?.Reason ?? UnavailableReason.NoTariff).ToString();
}
