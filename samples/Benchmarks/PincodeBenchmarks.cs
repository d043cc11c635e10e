using BenchmarkDotNet.Attributes;
using SellerPortal.Data.Seeding;
using SellerPortal.Domain.Addresses;

namespace Benchmarks;

/// <summary>Look-up and search over the whole directory. PincodeFigures prints what a benchmark cannot: a percentile and the memory.</summary>
[MemoryDiagnoser]
public class PincodeBenchmarks
{
    private const int LookUps = 1_000;
    private PincodeDirectory directory = PincodeDirectory.Empty;
    private Pincode[] pincodes = [];

    internal static PincodeDirectory Load()
    {
        var files = new DirectoryFiles(DirectoryFiles.ShippedFolder);
        var entries = files.ReadPincodes().ToList();
        return PincodeDirectory.Create(entries, files.ReadOffices(entries.Select(entry => entry.Pincode).ToHashSet()));
    }

    [GlobalSetup]
    public void Setup()
    {
        directory = Load();
        var random = new Random(1);
        // Half of them exist, half have only the form of a pincode.
        pincodes = [.. Enumerable.Range(0, LookUps).Select(i => i % 2 == 0
            ? directory.Entries[random.Next(directory.PincodeCount)].Pincode
            : Pincode.FromNumber(random.Next(Pincode.Lowest, Pincode.Highest)))];
    }

    [Benchmark(OperationsPerInvoke = LookUps)]
    public int LookUp()
    {
        var found = 0;
        foreach (var pincode in pincodes)
        {
            if (directory.TryFind(pincode, out _)) found++;
        }

        return found;
    }

    [Benchmark]
    public int SearchOneWord() => directory.Search("jabal", 10).Offices.Count;

    [Benchmark]
    public int SearchTypingError() => directory.Search("jabalpr", 10).Offices.Count;

    [Benchmark]
    public int SearchThreeWords() => directory.Search("civil lines agr", 10).Offices.Count;

    [Benchmark]
    public int SearchNothing() => directory.Search("xyzzy plugh qwert", 10).Offices.Count;

    [Benchmark]
    public BookingOffice? BookingOffice() => directory.BookingOfficeFor(pincodes[0]);
}
