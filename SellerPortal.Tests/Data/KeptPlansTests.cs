using Microsoft.EntityFrameworkCore;
using SellerPortal.Features.Tracking.Public;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data;

public sealed class KeptPlansTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Find_ManyTimes_AnswersTheSameAndOnPostgresKeepsThePlan(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        string article;
        await using (var database = databases.CreateDbContext())
        {
            var (seller, _) = await TestSellers.ApprovedAsync(database);
            article = (await TestShipments.BookAsync(database, seller.Id)).Article;
        }

        var lookUp = new LookUpArticles(databases);
        for (var i = 0; i < 12; i++) Assert.Equal(article, (await lookUp.FindAsync(article, tester: null, Token)).Facts!.Article);
        Assert.Null((await lookUp.FindAsync("EE123456785IN", tester: null, Token)).Facts);
        if (kind is DatabaseKind.Sqlite) return;

        // The pool gives out the connection that was used last.
        await using var asked = databases.CreateDbContext();
        var kept = await asked.Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync(Token);
        Assert.Contains(kept, statement => statement.Contains("\"TrackingEvents\"", StringComparison.Ordinal));
    }
}
