using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Start;

/// <summary>What stands in the way of a start is said in one line, and the exit code is not 0.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData("Oracle", "", "Database:Provider is 'Oracle'; it must be Sqlite or Postgres.")]
    [InlineData("Postgres", "", "names no PostgreSQL host")]
    [InlineData("Postgres", "Host=127.0.0.1;Port=1;Database=portal;Username=x", "PostgreSQL at 127.0.0.1:1, database 'portal' cannot be reached")]
    [InlineData("Postgres", "nonsense", "is no PostgreSQL connection string")]
    [InlineData("Sqlite", "Colour=red", "is no SQLite connection string")]
    [InlineData("Sqlite", "Data Source=", "names no file")]
    [InlineData("Sqlite", "Data Source=/proc/nowhere/portal.db", "/proc/nowhere")]
    public Task Start_WrongConfiguration_SaysWhatAndWhere(string provider, string connection, string expected) =>
        AssertRefusedAsync(expected, ("Database__Provider", provider), ("ConnectionStrings__Portal", connection));

    [Fact]
    public async Task Start_FileIsNoDatabase_NamesTheFile()
    {
        var file = TestDatabase.NewSqliteFile();
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 200)), TestContext.Current.CancellationToken);
        await AssertRefusedAsync($"The file {file} is no SQLite database or is damaged", ("ConnectionStrings__Portal", $"Data Source={file}"));
    }

    [Fact]
    public async Task Start_FileIsAFolder_NamesTheFolder()
    {
        var file = TestDatabase.NewSqliteFile();
        Directory.CreateDirectory(file);
        await AssertRefusedAsync($"The database file {file} is a folder", ("ConnectionStrings__Portal", $"Data Source={file}"));
    }

    [Fact]
    public async Task Start_FileIsLocked_SaysSo()
    {
        var file = TestDatabase.NewSqliteFile();
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = "CREATE TABLE T (A INTEGER); BEGIN EXCLUSIVE;";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await AssertRefusedAsync($"The database file {file} is locked by another program", ("ConnectionStrings__Portal", $"Data Source={file}"));
    }

    [Fact]
    public async Task Start_FileIsReadOnly_SaysSo()
    {
        var file = TestDatabase.NewSqliteFile();
        await using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = "CREATE TABLE T (A INTEGER)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await AssertRefusedAsync($"The database file {file} is read-only", ("ConnectionStrings__Portal", $"Data Source={file};Mode=ReadOnly"));
    }

    [Fact]
    public async Task Start_PortIsTaken_NamesTheAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        await AssertRefusedAsync(
            address,
            ("ConnectionStrings__Portal", $"Data Source={TestDatabase.NewSqliteFile()}"),
            ("Urls", address));
    }

    private static async Task AssertRefusedAsync(string expected, params (string Name, string Value)[] settings)
    {
        await using var portal = PortalProcess.Start(settings);
        Assert.NotEqual(0, await portal.ExitCodeAsync());
        var line = Assert.Single(portal.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }
}
