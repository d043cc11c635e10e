using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Webhooks;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Work;

namespace SellerPortal.Features.TestMode;

/// <summary>
/// Approves the sellers of the test mode that have waited long enough, and tells their webhooks. A seller that is approved
/// within its registration has no webhook yet that could hear of it.
/// </summary>
internal sealed class ApproveTestSellers(IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider time) : IWorkHandler
{
    public string Kind => TestApprovals.Kind;

    public TimeSpan? RetryAfter(int attempts) => attempts < 5 ? TestApprovals.Pause : null;

    public async Task ExecuteAsync(WorkItem item, CancellationToken token)
    {
        var id = TestApprovals.Read(item.Payload);
        await using var database = await factory.CreateDbContextAsync(token);

        // Approved before a crash: nobody is told twice.
        if (await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == id && seller.IsTest && seller.Status == SellerStatus.Pending, token) is not { } seller) return;
        var now = time.GetUtcNow();
        seller.ApproveInTestMode(now);
        await database.AnnounceApprovalAsync(seller, now, token);
        await database.SaveChangesAsync(token);
        signal.Pulse();
    }
}
