namespace Latent.Data;

/// <summary>A verse in two translations.</summary>
/// <param name="Name">Book, chapter and verse, such as <c>Gen.1.3</c>.</param>
/// <param name="First">The text in the first translation.</param>
/// <param name="Second">The text in the second translation.</param>
/// <param name="IsTest">Whether the verse belongs to the test set.</param>
public sealed record VersePair(string Name, string First, string Second, bool IsTest);
