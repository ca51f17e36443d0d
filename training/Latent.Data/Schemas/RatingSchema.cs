using Latent.Bundles;

namespace Latent.Data;

/// <summary>Ratings: one row per user, one column per item, 0 for a missing rating.</summary>
/// <param name="Items">The items, one per column.</param>
public sealed record RatingSchema(ItemVocabulary Items) : Schema([Items.Ids.Count]);
