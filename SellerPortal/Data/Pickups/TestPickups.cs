using System.Globalization;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Data.Pickups;

/// <summary>Pickups of the test mode, which nobody carries out: their steps come by themselves, as work.</summary>
public static class TestPickups
{
    /// <summary>The kind of work that a step is.</summary>
    public const string Kind = "test-pickup";

    /// <summary>The time between two steps.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Adds the next step to the changes that the next save writes, where the pickup is one of the test mode and not at its end.</summary>
    public static void EnqueueTestStep(this PortalDbContext database, PickupRequest pickup, DateTimeOffset now)
    {
        if (pickup.IsTest && pickup.State is PickupState.Requested or PickupState.Confirmed or PickupState.OutForPickup)
        {
            database.Enqueue(Kind, string.Create(CultureInfo.InvariantCulture, $"{pickup.Id} {pickup.StepCount}"), now, now + Pause);
        }
    }

    /// <summary>The pickup, and how many steps it had when its next one was enqueued.</summary>
    public static (PickupId Pickup, int Steps) Read(string payload)
    {
        var parts = payload.Split(' ');
        return (new PickupId(Guid.Parse(parts[0], CultureInfo.InvariantCulture)), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
