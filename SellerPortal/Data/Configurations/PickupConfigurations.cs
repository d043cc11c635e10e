using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class PickupRequestConfiguration : IEntityTypeConfiguration<PickupRequest>
{
    public void Configure(EntityTypeBuilder<PickupRequest> builder)
    {
        builder.ToTable("Pickups");
        builder.HasKey(pickup => pickup.Id);
        builder.Property(pickup => pickup.Id).ValueGeneratedNever();
        builder.Property(pickup => pickup.Office).HasMaxLength(PostOffice.LongestName);
        builder.Property(pickup => pickup.AgentName).HasMaxLength(AgentFacts.LongestName);
        builder.Property(pickup => pickup.Version).IsConcurrencyToken();
        builder.Ignore(pickup => pickup.Time);
        builder.ComplexProperty(pickup => pickup.Address).IsAddress();
        builder.HasOne<Seller>().WithMany().HasForeignKey(pickup => pickup.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(pickup => pickup.Steps).WithOne().HasForeignKey(step => step.PickupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(pickup => new { pickup.SellerId, pickup.Key }).IsUnique();
        builder.HasIndex(pickup => new { pickup.RepeatId, pickup.RepeatDay }).IsUnique();
        builder.HasIndex(pickup => new { pickup.SellerId, pickup.State, pickup.Day });
        builder.HasIndex(pickup => new { pickup.State, pickup.Day });
        builder.HasIndex(pickup => new { pickup.AgentId, pickup.State, pickup.Day }).HasFilter("\"AgentId\" IS NOT NULL");
    }
}

internal sealed class PickupStepConfiguration : IEntityTypeConfiguration<PickupStep>
{
    public void Configure(EntityTypeBuilder<PickupStep> builder)
    {
        builder.ToTable("PickupSteps");
        builder.HasKey(step => step.Id);
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Note).HasMaxLength(PickupRequest.LongestNote);
        builder.HasIndex(step => new { step.PickupId, step.Sequence }).IsUnique();
    }
}

internal sealed class PickupPlacesConfiguration : IEntityTypeConfiguration<PickupPlaces>
{
    public void Configure(EntityTypeBuilder<PickupPlaces> builder)
    {
        builder.ToTable("PickupPlaces");
        builder.HasKey(places => new { places.OfficePincode, places.Office, places.Day, places.Slot });
        builder.Property(places => places.Office).HasMaxLength(PostOffice.LongestName);
    }
}

internal sealed class PickupAgentConfiguration : IEntityTypeConfiguration<PickupAgent>
{
    public void Configure(EntityTypeBuilder<PickupAgent> builder)
    {
        builder.ToTable("PickupAgents");
        builder.HasKey(agent => agent.Id);
        builder.Property(agent => agent.Id).ValueGeneratedNever();
        builder.Property(agent => agent.Office).HasMaxLength(PostOffice.LongestName);
        builder.Property(agent => agent.Name).HasMaxLength(AgentFacts.LongestName);
        builder.Property(agent => agent.Version).IsConcurrencyToken();
        builder.HasIndex(agent => new { agent.OfficePincode, agent.Office, agent.Mobile }).IsUnique().HasFilter("\"LeftAt\" IS NULL");
    }
}

internal sealed class PickupRepeatConfiguration : IEntityTypeConfiguration<PickupRepeat>
{
    public void Configure(EntityTypeBuilder<PickupRepeat> builder)
    {
        builder.ToTable("PickupRepeats");
        builder.HasKey(repeat => repeat.Id);
        builder.Property(repeat => repeat.Id).ValueGeneratedNever();
        builder.Property(repeat => repeat.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(repeat => repeat.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(repeat => new { repeat.SellerId, repeat.State });
        builder.HasIndex(repeat => new { repeat.State, repeat.Slot });
    }
}
