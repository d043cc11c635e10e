using System.Globalization;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Sellers;

/// <summary>Sellers of the test mode that wait for a decision: no admin sees them, and the approval comes by itself, as work.</summary>
public static class TestApprovals
{
    /// <summary>The kind of work that an approval is.</summary>
    public const string Kind = "test-approval";

    /// <summary>How long they wait: enough to make a webhook that hears of the approval.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Adds the approval to the changes that the next save writes, where the seller is one of the test mode and waits.</summary>
    public static void EnqueueTestApproval(this PortalDbContext database, Seller seller, DateTimeOffset now)
    {
        if (seller.IsTest && seller.Status == SellerStatus.Pending) database.Enqueue(Kind, seller.Id.ToString(), now, now + Pause);
    }

    /// <summary>The seller that work speaks of.</summary>
    public static SellerId Read(string payload) => new(Guid.Parse(payload, CultureInfo.InvariantCulture));
}
