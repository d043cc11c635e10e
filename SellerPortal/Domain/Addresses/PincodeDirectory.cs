using System.Diagnostics.CodeAnalysis;
using SellerPortal.Domain.Addresses.Search;

namespace SellerPortal.Domain.Addresses;

/// <summary>
/// Every pincode and post office of the country in memory, immutable: looking up costs no query. A published import
/// replaces it whole.
/// </summary>
public sealed class PincodeDirectory
{
    private readonly int[] numberToEntry = new int[Pincode.Highest - Pincode.Lowest + 1];
    private readonly PincodeEntry[] entries;
    private readonly int[] firstOffice;
    private readonly OfficeTable offices;
    private readonly BookableOffices bookable;
    private readonly OfficeSearch search;

    private PincodeDirectory(PincodeEntry[] entries, OfficeTable offices)
    {
        this.entries = entries;
        this.offices = offices;
        firstOffice = new int[entries.Length + 1];
        var office = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            ref var slot = ref numberToEntry[entries[i].Pincode.Value - Pincode.Lowest];
            if (slot != 0) throw new ArgumentException($"Pincode {entries[i].Pincode} is given twice", nameof(entries));
            slot = i + 1;
            firstOffice[i] = office;
            while (office < offices.Count && offices.Pincodes[office] == entries[i].Pincode.Value) office++;
            if (office < offices.Count && offices.Pincodes[office] < entries[i].Pincode.Value) break;
        }

        if (office < offices.Count)
        {
            throw new ArgumentException($"Office {offices[office].Name} has pincode {offices[office].Pincode}, which is not given", nameof(offices));
        }

        firstOffice[entries.Length] = office;
        bookable = new BookableOffices(
            [.. Enumerable.Range(0, offices.Count).Where(offices.IsBookable).Select(i => (i, PlaceOf(i)))]);
        search = new OfficeSearch(offices);
    }

    /// <summary>A directory without a pincode.</summary>
    public static PincodeDirectory Empty { get; } = Create([], []);

    /// <summary>The number of pincodes.</summary>
    public int PincodeCount => entries.Length;

    /// <summary>The number of post offices.</summary>
    public int OfficeCount => offices.Count;

    /// <summary>Every pincode, ascending.</summary>
    public IReadOnlyList<PincodeEntry> Entries => entries;

    /// <summary>Builds the directory with its search index; rows may come in any order.</summary>
    /// <exception cref="ArgumentException">A pincode is given twice, or an office has a pincode that is not given.</exception>
    public static PincodeDirectory Create(IEnumerable<PincodeEntry> entries, IEnumerable<PostOffice> offices) =>
        new([.. entries.OrderBy(e => e.Pincode.Value)], new OfficeTable(offices as IReadOnlyList<PostOffice> ?? [.. offices]));

    /// <summary>True when the directory holds the pincode. Costs two reads of memory and allocates nothing.</summary>
    public bool TryFind(Pincode pincode, [NotNullWhen(true)] out PincodeEntry? entry)
    {
        entry = Find(pincode);
        return entry is not null;
    }

    /// <summary>The pincode's entry, or null when the directory holds no such pincode.</summary>
    public PincodeEntry? Find(Pincode pincode)
    {
        var index = IndexOf(pincode);
        return index < 0 ? null : entries[index];
    }

    /// <summary>
    /// Takes what a person typed, spaces allowed ("110 001"): checks the form, then the presence in the directory.
    /// </summary>
    /// <returns>What is wrong, or <see cref="PincodeFault.None"/> and the entry.</returns>
    public PincodeFault Check(string? text, out PincodeEntry? entry)
    {
        entry = null;
        Span<char> typed = stackalloc char[8];
        var length = 0;
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c)) continue;
            if (length == typed.Length) break;
            typed[length++] = c;
        }

        var fault = Pincode.Parse(typed[..length], out var pincode);
        if (fault != PincodeFault.None) return fault;
        return TryFind(pincode, out entry) ? PincodeFault.None : PincodeFault.NotInDirectory;
    }

    /// <summary>The offices of a pincode, head before sub before branch; none when the directory does not hold it.</summary>
    public IReadOnlyList<PostOffice> OfficesOf(Pincode pincode)
    {
        var index = IndexOf(pincode);
        if (index < 0) return [];
        var found = new PostOffice[firstOffice[index + 1] - firstOffice[index]];
        for (var i = 0; i < found.Length; i++) found[i] = offices[firstOffice[index] + i];
        return found;
    }

    /// <summary>
    /// The office that books and picks up for a pincode: the first bookable one of its own, else the one nearest to
    /// the pincode's centre; null when the directory does not hold the pincode.
    /// </summary>
    public BookingOffice? BookingOfficeFor(Pincode pincode)
    {
        var index = IndexOf(pincode);
        if (index < 0) return null;
        for (var i = firstOffice[index]; i < firstOffice[index + 1]; i++)
        {
            if (offices.IsBookable(i)) return new BookingOffice(offices[i], 0, IsOfAnotherPincode: false);
        }

        return bookable.NearestTo(entries[index].Centre) is var (office, kilometres)
            ? new BookingOffice(offices[office], kilometres, IsOfAnotherPincode: true)
            : null;
    }

    /// <summary>
    /// Existing pincodes that were perhaps meant by one that does not exist: of the same sorting district those with
    /// one digit mistyped or two swapped, then the nearest numbers; without such a district the nearest of the region.
    /// </summary>
    public IReadOnlyList<PincodeEntry> SimilarTo(Pincode missing, int limit)
    {
        var low = LowerBound(missing.SortingDistrict * 1_000);
        var high = LowerBound((missing.SortingDistrict + 1) * 1_000);
        if (low == high)
        {
            var middle = LowerBound(missing.Value);
            (low, high) = (
                Math.Max(LowerBound(missing.Region * 100_000), middle - limit),
                Math.Min(LowerBound((missing.Region + 1) * 100_000), middle + limit));
        }

        return [.. entries[low..high]
            .OrderBy(e => DiffersByOneSlip(missing, e.Pincode) ? 0 : 1)
            .ThenBy(e => Math.Abs(e.Pincode.Value - missing.Value))
            .Take(limit)];
    }

    /// <summary>
    /// Search as you type over office, taluk, district, state and PIN prefix; see <see cref="OfficeSearch"/>.
    /// </summary>
    public SearchAnswer Search(string? text, int limit) => search.Search(text, limit);

    private static bool DiffersByOneSlip(Pincode one, Pincode other)
    {
        var (a, b) = (one.ToString(), other.ToString());
        var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToArray();
        return differing.Length == 1
            || (differing is [var i, var j] && j == i + 1 && a[i] == b[j] && a[j] == b[i]);
    }

    private int IndexOf(Pincode pincode)
    {
        // The default pincode has the value 0, which no entry has.
        var at = pincode.Value - Pincode.Lowest;
        return (uint)at < (uint)numberToEntry.Length ? numberToEntry[at] - 1 : -1;
    }

    private GeoPoint PlaceOf(int office) =>
        offices.PointOf(office) ?? entries[IndexOf(Pincode.FromNumber(offices.Pincodes[office]))].Centre;

    private int LowerBound(int number)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (entries[middle].Pincode.Value < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
