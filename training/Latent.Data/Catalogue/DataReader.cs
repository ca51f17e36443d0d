namespace Latent.Data;

/// <summary>Makes the samples of a catalogue entry out of its files, all of which are present and verified.</summary>
/// <param name="folder">The folder with the files.</param>
/// <param name="reference">As it was asked for, with its settings.</param>
internal delegate PublishedData DataReader(string folder, DataReference reference);
