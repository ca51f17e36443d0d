namespace Latent.Data;

/// <summary>A verse of a SWORD module.</summary>
/// <param name="Chapter">Book and chapter, such as <c>Gen.1</c>.</param>
/// <param name="Number">The verse number in the chapter, from 1.</param>
/// <param name="Text">The text, without markup.</param>
internal sealed record SwordVerse(string Chapter, int Number, string Text);
