using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Seeding;

public sealed class DirectorySeedTests : IDisposable
{
    private const string PincodeHeader = "pincode,district,state,lat,lon,offices,delivery,main_office,coord_source,confidence";
    private const string OfficeHeader = "pincode,office,type,delivery,division,region,circle,taluk,district,state,lat,lon,coord_source";
    private const string GoodPincode = "482001,Jabalpur,Madhya Pradesh,23.1,79.9,1,yes,Jabalpur HO,directory,high";
    private const string GoodOffice = "482001,Jabalpur HO,HO,Delivery,Jabalpur,,Madhya Pradesh,,Jabalpur,Madhya Pradesh,23.1,79.9,directory";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-files-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Seed_ShippedFiles_LoadsTheSameDirectory(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var seed = new DirectorySeed(new DirectoryFiles(DirectoryFiles.ShippedFolder), databases.Source, BulkWriters.Of(kind));
        await using (var database = databases.CreateDbContext())
        {
            await seed.SeedAsync(database, Token);
            await seed.SeedAsync(database, Token);
            Assert.Equal(165_625, await database.PostOffices.CountAsync(Token));
        }

        var snapshot = new Snapshot<PincodeDirectory>();
        await new DirectoryLoader(databases.Source, snapshot).LoadAsync(Token);
        Assert.Equal((19_586, 165_625), (snapshot.Value.PincodeCount, snapshot.Value.OfficeCount));
        foreach (var text in (string[])["110001", "682555", "744101", "194101", "791122"])
        {
            var pincode = RealDirectory.Pin(text);
            Assert.Equal(RealDirectory.Value.Find(pincode), snapshot.Value.Find(pincode));
            Assert.Equal(RealDirectory.Value.OfficesOf(pincode), snapshot.Value.OfficesOf(pincode));
        }
    }

    [Theory]
    [InlineData("pincodes.csv.gz", "48200,Jabalpur,Madhya Pradesh,23.1,79.9,1,yes,Jabalpur HO,directory,high", "line 2", "'48200' is no pincode")]
    [InlineData("pincodes.csv.gz", GoodPincode + "\n" + GoodPincode, "line 3", "comes twice")]
    [InlineData("pincodes.csv.gz", "482001,Jabalpur,Madhya Pradesh,,79.9,1,yes,Jabalpur HO,directory,high", "line 2", "lat is empty")]
    [InlineData("pincodes.csv.gz", "482001,Jabalpur,Madhya Pradesh,23.1,79.9,1,perhaps,Jabalpur HO,directory,high", "line 2", "delivery 'perhaps'")]
    [InlineData("pincodes.csv.gz", "482001,Jabalpur,Madhya Pradesh,23.1,79.9,1,yes,,directory,high", "line 2", "main_office is empty")]
    [InlineData("pincodes.csv.gz", GoodPincode + "\n482002,Jabalpur", "line 3", "field")]
    [InlineData("pincodes.csv.gz", "", "line 2", "no row")]
    [InlineData("post_offices.csv.gz", "482002,Jabalpur HO,HO,Delivery,Jabalpur,,Madhya Pradesh,,Jabalpur,Madhya Pradesh,23.1,79.9,directory", "line 2", "482002 is not in pincodes.csv.gz")]
    [InlineData("post_offices.csv.gz", GoodOffice + "\n482001,Jabalpur HO,PO,Delivery,Jabalpur,,Madhya Pradesh,,Jabalpur,Madhya Pradesh,23.1,79.9,directory", "line 3", "type 'PO' is none of HO, SO, BO")]
    [InlineData("post_offices.csv.gz", "482001,Jabalpur HO,HO,Delivery,Jabalpur,,Madhya Pradesh,,Jabalpur,Madhya Pradesh,north,79.9,directory", "line 2", "lat 'north'")]
    [InlineData("post_offices.csv.gz", "482001,Jabalpur HO,HO,Delivery,Jabalpur,,Madhya Pradesh,,Jabalpur,Madhya Pradesh,,79.9,directory", "line 2", "only one of lat and lon")]
    public async Task Seed_BrokenRow_NamesFileLineAndFaultAndSeedsNothing(string file, string rows, string line, string what)
    {
        Write("pincodes.csv.gz", PincodeHeader, file == "pincodes.csv.gz" ? rows : GoodPincode);
        Write("post_offices.csv.gz", OfficeHeader, file == "post_offices.csv.gz" ? rows : GoodOffice);
        var message = await SeedFailsAsync();
        Assert.Contains(file, message, StringComparison.Ordinal);
        Assert.Contains(line, message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_MissingFile_NamesIt()
    {
        Write("pincodes.csv.gz", PincodeHeader, GoodPincode);
        Assert.Contains("post_offices.csv.gz is missing", await SeedFailsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_MissingColumn_NamesIt()
    {
        Write("pincodes.csv.gz", PincodeHeader.Replace("state", "estate", StringComparison.Ordinal), GoodPincode);
        Assert.Contains("the column state is missing", await SeedFailsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_FileCutShort_SaysSo()
    {
        Write("pincodes.csv.gz", PincodeHeader, GoodPincode);
        var shipped = await File.ReadAllBytesAsync(Path.Combine(DirectoryFiles.ShippedFolder, "post_offices.csv.gz"), Token);
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "post_offices.csv.gz"), "no gzip"u8.ToArray(), Token);
        Assert.Contains("post_offices.csv.gz", await SeedFailsAsync(), StringComparison.Ordinal);

        File.Copy(Path.Combine(DirectoryFiles.ShippedFolder, "pincodes.csv.gz"), Path.Combine(_folder.FullName, "pincodes.csv.gz"), overwrite: true);
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "post_offices.csv.gz"), shipped[..1_000_000], Token);
        Assert.Contains("post_offices.csv.gz", await SeedFailsAsync(), StringComparison.Ordinal);
    }

    private async Task<string> SeedFailsAsync()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var database = databases.CreateDbContext();
        var seed = new DirectorySeed(new DirectoryFiles(_folder.FullName), databases.Source, BulkWriters.Of(DatabaseKind.Sqlite));
        var fault = await Assert.ThrowsAsync<StartupException>(() => seed.SeedAsync(database, Token));
        Assert.DoesNotContain('\n', fault.Message);
        Assert.Equal(0, await database.Pincodes.CountAsync(Token) + await database.PostOffices.CountAsync(Token));
        return fault.Message;
    }

    private void Write(string name, string header, string rows)
    {
        using var file = new GZipStream(File.Create(Path.Combine(_folder.FullName, name)), CompressionLevel.Fastest);
        file.Write(Encoding.UTF8.GetBytes($"{header}\n{rows}\n"));
    }
}
